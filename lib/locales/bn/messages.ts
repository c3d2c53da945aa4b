import type { Messages } from '../catalog.ts';

export const messages: Messages = {
  email: {
    subject: 'আপনার {brand} কোড',
    heading: '{brand} অ্যাকাউন্টে সাইন ইন করুন',
    preheader: '{code} আপনার {brand} কোড, মেয়াদ {lifetime}।',
    expiry: 'কোডটির মেয়াদ {lifetime}।',
    never: 'কোডটি কাউকে জানাবেন না। আমরা কখনো এটি আপনার কাছে চাইব না।',
    asked: 'অনুরোধের সময়: {moment} UTC।',
    ignore: 'আপনি কোডটি না চেয়ে থাকলে এই বার্তা উপেক্ষা করুন। কোড ছাড়া কেউ কিছু করতে পারবে না।',
    help: 'সহায়তা: {support}',
  },
  sms: {
    full: '{code} আপনার {brand} কোড। মেয়াদ {lifetime}। কাউকে জানাবেন না।',
    short: '{code} {brand} কোড। কাউকে জানাবেন না',
    brief: '{code} {brand} কোড',
  },
};
