import type { Answers } from '../catalog.ts';

export const answers: Answers = {
  problems: {
    'invalid-request': {
      title: 'Yêu cầu không hợp lệ',
      detail: 'Một số trường bị thiếu hoặc sai. Xem errors để biết từng trường.',
    },
    'malformed-body': {
      title: 'Nội dung sai định dạng',
      detail:
        'Không thể đọc nội dung dưới dạng JSON, hoặc nội dung có khóa không bao giờ được phép, chẳng hạn __proto__.',
    },
    'unsupported-media': {
      title: 'Kiểu nội dung không được hỗ trợ',
      detail: 'Gửi nội dung dưới dạng JSON, kèm tiêu đề Content-Type: application/json.',
    },
    'body-too-large': {
      title: 'Nội dung quá lớn',
      detail: 'Nội dung chỉ được tối đa {max_bytes} byte.',
    },
    'not-found': {
      title: 'Không tìm thấy',
      detail: 'Không có gì tại địa chỉ này.',
    },
    'method-not-allowed': {
      title: 'Phương thức không được phép',
      detail: 'Địa chỉ này chỉ chấp nhận các phương thức nêu trong tiêu đề Allow.',
    },
    forbidden: {
      title: 'Truy cập bị từ chối',
      detail: 'Yêu cầu đã bị tường lửa từ chối.',
    },
    'target-throttled': {
      title: 'Quá nhiều mã cho địa chỉ hoặc số này',
      detail: 'Mã được yêu cầu quá thường xuyên. Vui lòng thử lại sau {wait}.',
    },
    'caller-throttled': {
      title: 'Quá nhiều yêu cầu',
      detail: 'Có quá nhiều yêu cầu từ mạng của bạn. Vui lòng thử lại sau {wait}.',
    },
    'sms-budget-spent': {
      title: 'Đã hết hạn mức SMS hôm nay',
      detail:
        'Đã hết hạn mức tin nhắn SMS đến quốc gia này trong hôm nay. Vui lòng thử lại sau {wait} hoặc dùng email.',
    },
    'email-budget-spent': {
      title: 'Đã hết hạn mức email hôm nay',
      detail: 'Đã hết hạn mức gửi email trong hôm nay. Vui lòng thử lại sau {wait} hoặc dùng số điện thoại.',
    },
    'service-throttled': {
      title: 'Dịch vụ đang bận',
      detail: 'Dịch vụ đang nhận nhiều yêu cầu hơn mức có thể xử lý cùng lúc. Vui lòng thử lại sau {wait}.',
    },
    'sms-not-supported': {
      title: 'Không gửi được SMS đến số này',
      detail: 'Chúng tôi không gửi SMS đến quốc gia hoặc loại số này. Hãy dùng số di động hoặc email.',
    },
    'email-not-supported': {
      title: 'Không dùng được email',
      detail: 'Dịch vụ này không gửi mã qua email. Hãy dùng số điện thoại.',
    },
    'delivery-failed': {
      title: 'Chưa gửi được mã',
      detail: 'Không thể gửi mã. Bạn có thể thử lại ngay.',
    },
    'code-invalid': {
      title: 'Mã không đúng',
      detail: 'Mã không chính xác. Số lần thử còn lại: {attempts_left}.',
    },
    'code-expired': {
      title: 'Mã không còn hiệu lực',
      detail: 'Mã đã hết hạn, đã được dùng hoặc đã bị nhập sai quá nhiều lần. Hãy yêu cầu mã mới.',
    },
    'internal-error': {
      title: 'Lỗi hệ thống',
      detail:
        'Đã xảy ra lỗi từ phía chúng tôi. Vui lòng thử lại sau; nếu vẫn lỗi, hãy báo cho chúng tôi kèm request_id.',
    },
  },
  deliveryUnknown:
    'Chúng tôi không rõ mã đã được gửi hay chưa. Nếu nhận được, hãy dùng mã cùng với challenge_id; nếu không, hãy yêu cầu mã khác.',
  targetLocked: 'Đã nhập sai mã quá nhiều lần. Vui lòng thử lại sau {wait}.',
  violations: {
    required: 'Nhập email hoặc phone.',
    conflict: 'Chỉ nhập email hoặc phone, không nhập cả hai.',
    type: 'Phải là một chuỗi ký tự.',
    range: 'Quá dài.',
    'email.format': 'Phải là một địa chỉ email, chẳng hạn name@example.com.',
    'phone.format': 'Phải là số điện thoại theo định dạng quốc tế, chẳng hạn +12025550123.',
    'code.required': 'Nhập mã đã nhận.',
    'code.format': 'Phải gồm đủ các chữ số của mã và không có ký tự nào khác.',
    'challenge_id.required': 'Nhập challenge_id đã nhận khi yêu cầu mã.',
    'challenge_id.format': 'Phải đúng là challenge_id đã nhận.',
    'nonce.format': 'Phải gồm các ký tự ASCII hiển thị được, không có dấu cách.',
    'Idempotency-Key.format': 'Phải là một chuỗi trong dấu ngoặc kép (RFC 9651) có ít nhất 16 ký tự.',
  },
};
