import type { Pages } from '../catalog.ts';

export const pages: Pages = {
  labels: {
    all: 'Các lỗi',
    intro: 'Mọi phản hồi không thành công đều là một trong các lỗi sau.',
    why: 'Nguyên nhân',
    advice: 'Cách xử lý',
    example: 'Ví dụ',
    fields: 'Các trường',
  },
  problems: {
    'invalid-request': {
      why: 'Một trường bị thiếu, sai kiểu hoặc sai định dạng; hai trường không được dùng cùng lúc lại cùng được gửi; hoặc Idempotency-Key sai định dạng.',
      advice: 'Hiển thị mỗi mô tả bên cạnh trường tương ứng để người dùng sửa. Không gửi lại đúng nội dung cũ.',
    },
    'malformed-body': {
      why: 'Nội dung bị ngắt giữa chừng, không phải JSON, hoặc có khóa như __proto__ mà không ứng dụng nào cần.',
      advice: 'Sửa ứng dụng: tạo nội dung bằng thư viện JSON.',
    },
    'unsupported-media': {
      why: 'Thiếu Content-Type hoặc giá trị không phải JSON.',
      advice: 'Sửa ứng dụng: gửi Content-Type: application/json.',
    },
    'body-too-large': {
      why: 'Yêu cầu lấy mã thường rất nhỏ, còn yêu cầu này vượt quá giới hạn.',
      advice: 'Sửa ứng dụng: chỉ gửi các trường có trong mô tả API.',
    },
    'not-found': {
      why: 'Đường dẫn sai hoặc chưa từng tồn tại.',
      advice: 'So sánh đường dẫn với mô tả API tại /openapi.json.',
    },
    'method-not-allowed': {
      why: 'Đường dẫn đúng, nhưng phương thức HTTP thì không.',
      advice: 'Dùng một phương thức nêu trong tiêu đề Allow.',
    },
    forbidden: {
      why: 'Tường lửa coi đây là một cuộc tấn công, dựa vào nguồn gửi hoặc nội dung.',
      advice: 'Không thử lại. Nếu đây là nhầm lẫn, hãy liên hệ với chúng tôi và cho biết request_id.',
    },
    'target-throttled': {
      why: 'Mỗi địa chỉ hoặc số chỉ nhận được một số mã nhất định trong một khoảng thời gian, và mỗi địa chỉ mạng hoặc thiết bị đã biết chỉ được yêu cầu một phần trong đó. Sau nhiều lần nhập sai mã, việc gửi sẽ dừng trong một ngày hoặc lâu hơn, trước hết với địa chỉ mạng đã yêu cầu, sau đó với tất cả trừ các thiết bị đã biết, để không ai đoán được mã.',
      advice:
        'Đếm ngược retry_after giây trước khi cho phép gửi lại. Mã gần nhất vẫn dùng được cho đến khi hết hạn. Gửi kèm device_token của thiết bị đã từng đăng nhập: người lạ không thể khiến thiết bị đó phải chờ.',
    },
    'caller-throttled': {
      why: 'Mỗi địa chỉ mạng chỉ được gửi một số yêu cầu nhất định, bất kể cho ai.',
      advice:
        'Chờ hết retry_after giây rồi mới gửi thêm bất kỳ yêu cầu nào. Nếu máy chủ của bạn gửi yêu cầu thay cho tất cả người dùng, hãy đề nghị đơn vị vận hành nâng giới hạn.',
    },
    'sms-budget-spent': {
      why: 'Để chống gian lận, tin nhắn SMS đến mỗi quốc gia có giới hạn hằng ngày. Giới hạn được đặt lại lúc nửa đêm UTC.',
      advice: 'Đề xuất dùng email. Nếu không, hãy chờ retry_after giây.',
    },
    'email-budget-spent': {
      why: 'Email có giới hạn hằng ngày để hạn chế chi phí khi có quá nhiều yêu cầu. Giới hạn được đặt lại lúc nửa đêm UTC.',
      advice: 'Đề xuất dùng SMS. Nếu không, hãy chờ retry_after giây.',
    },
    'service-throttled': {
      why: 'Số yêu cầu đến cùng lúc vượt quá khả năng của toàn bộ dịch vụ.',
      advice: 'Chờ retry_after giây rồi thử lại, mỗi lần chờ lâu hơn một chút.',
    },
    'sms-not-supported': {
      why: 'SMS đang tắt, không được gửi đến quốc gia này, hoặc đây không phải số di động.',
      advice: 'Đề nghị nhập địa chỉ email hoặc số di động.',
    },
    'email-not-supported': {
      why: 'Tính năng gửi mã qua email đang tắt.',
      advice: 'Đề nghị nhập số điện thoại.',
    },
    'delivery-failed': {
      why: 'Dịch vụ email hoặc SMS đã từ chối tin nhắn hoặc không trả lời kịp thời.',
      advice:
        'Nếu không có challenge_id thì chưa có gì được gửi: hãy thử lại. Nếu có, mã vẫn có thể đến: hiển thị ô nhập mã và sau một lúc thì đề xuất gửi mã mới.',
    },
    'code-invalid': {
      why: 'Các chữ số không khớp với mã đã gửi cho lần xác minh này.',
      advice:
        'Cho phép thử lại khi i18n_args.attempts_left lớn hơn 0. Khi bằng 0, mã không dùng được nữa: hãy yêu cầu mã mới.',
    },
    'code-expired': {
      why: 'Lần xác minh đã kết thúc hoặc chưa từng tồn tại. Để bảo mật, mọi trường hợp đều nhận cùng một phản hồi.',
      advice: 'Yêu cầu mã mới.',
    },
    'internal-error': {
      why: 'Một phần của dịch vụ không kết nối được hoặc gặp sự cố. Khi không chắc chắn, không có gì được gửi đi.',
      advice: 'Thử lại sau. Nếu vẫn lỗi, hãy liên hệ với chúng tôi và cho biết request_id.',
    },
  },
};
