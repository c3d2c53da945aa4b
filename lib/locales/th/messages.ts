import type { Messages } from '../catalog.ts';

export const messages: Messages = {
  email: {
    subject: 'รหัส {brand} ของคุณ',
    heading: 'เข้าสู่ระบบ {brand}',
    preheader: '{code} คือรหัส {brand} ของคุณ ใช้ได้ภายใน {lifetime}',
    expiry: 'รหัสนี้ใช้ได้ภายใน {lifetime}',
    never: 'อย่าบอกรหัสนี้กับใคร เราจะไม่ขอรหัสนี้จากคุณไม่ว่ากรณีใด',
    asked: 'ขอรหัสเมื่อ {moment} UTC',
    ignore: 'หากคุณไม่ได้ขอรหัสนี้ โปรดเพิกเฉยต่ออีเมลนี้ จะไม่มีอะไรเกิดขึ้นหากไม่มีใครใช้รหัส',
    help: 'ความช่วยเหลือ: {support}',
  },
  sms: {
    full: '{code} คือรหัส {brand} ใช้ได้ {lifetime} อย่าบอกใคร',
    short: '{code} คือรหัส {brand} อย่าบอกใคร',
    brief: '{code} คือรหัส {brand}',
  },
};
