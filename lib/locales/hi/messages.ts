import type { Messages } from '../catalog.ts';

export const messages: Messages = {
  email: {
    subject: 'आपका {brand} कोड',
    heading: '{brand} में साइन इन करें',
    preheader: '{code} आपका {brand} कोड है, जो {lifetime} तक मान्य है।',
    expiry: 'यह कोड {lifetime} तक मान्य है।',
    never: 'इसे किसी को न बताएँ। हमारी ओर से कोई भी आपसे यह कोड कभी नहीं माँगेगा।',
    asked: 'अनुरोध का समय: {moment} UTC।',
    ignore: 'अगर यह कोड आपने नहीं माँगा था, तो इस संदेश को अनदेखा करें। कोड के बिना कुछ नहीं होगा।',
    help: 'सहायता: {support}',
  },
  sms: {
    full: '{code} आपका {brand} कोड है, {lifetime} तक मान्य। किसी को न बताएँ।',
    short: '{code} {brand} कोड है। किसी को न बताएँ',
    brief: '{code} {brand} कोड है',
  },
};
