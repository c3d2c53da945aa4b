import type { Messages } from '../catalog.ts';

export const messages: Messages = {
  email: {
    subject: 'আপনার {brand} কোড',
    preheader: '{code} আপনার {brand} কোড, মেয়াদ {lifetime}।',
    expiry: 'কোডটির মেয়াদ {lifetime}।',
    never: 'কোডটি কাউকে জানাবেন না। কেউ এটি আপনার কাছে চাইবে না, আমরাও না।',
    asked: 'অনুরোধের সময়: {moment} UTC।',
    ignore: 'অনুরোধটি আপনার না হলে এই বার্তা উপেক্ষা করুন: কোড ছাড়া কিছুই হবে না।',
  },
  sms: {
    full: '{code} আপনার {brand} কোড। মেয়াদ {lifetime}। কাউকে জানাবেন না।',
    short: '{code} {brand} কোড। কাউকে জানাবেন না',
    brief: '{code} {brand} কোড',
  },
};
