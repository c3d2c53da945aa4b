import type { ElementWords } from '../catalog.ts';

export const elementWords: ElementWords = {
  address: 'อีเมลหรือหมายเลขโทรศัพท์',
  email: 'อีเมล',
  phone: 'หมายเลขโทรศัพท์',
  send: 'ส่งรหัส',
  code: 'รหัสที่ส่งไปยัง {target}',
  signIn: 'เข้าสู่ระบบ',
  resend: 'ส่งรหัสอีกครั้ง',
  resent: 'ส่งรหัสอีกครั้งแล้ว',
  change: 'ใช้อีเมลหรือหมายเลขอื่น',
  wait: 'ลองอีกครั้งได้ในอีก {seconds} วินาที',
  signedIn: 'คุณเข้าสู่ระบบแล้ว',
  noAnswer: 'ไม่มีการตอบกลับ โปรดตรวจสอบการเชื่อมต่อแล้วลองอีกครั้ง',
};
