"""The whole flow, with the client that openapi-generator makes."""

import json
import re
import sys
import urllib.request

from login_code import ApiClient, CodesApi, Configuration, TokenApi
from login_code.exceptions import BadRequestException, ApiException
from login_code.models import (
    CodeInvalidProblem,
    SendLoginCodeByEmail,
    SendLoginCodeRequest,
    TargetThrottledProblem,
    VerifyLoginCodeByEmail,
    VerifyLoginCodeRequest,
)

url = sys.argv[1]
email = "python@example.com"
client = ApiClient(Configuration(host=url))
codes = CodesApi(client)


def sent_code():
    with urllib.request.urlopen(f"{url}/_local/messages") as answer:
        [text] = [message["text"] for message in json.load(answer) if message["to"] == email]
    return re.search(r"\b\d{6}\b", text)[0]


def check(code):
    body = VerifyLoginCodeByEmail(email=email, code=code, challenge_id=challenge)
    return codes.verify_login_code(VerifyLoginCodeRequest(body))


def refusal(call):
    try:
        call()
    except ApiException as error:
        return error
    raise AssertionError("it was not refused")


asked = SendLoginCodeRequest(SendLoginCodeByEmail(email=email))
sent = codes.send_login_code(asked)
assert sent.data.channel == "email" and sent.timestamp.tzinfo is not None, sent
challenge = sent.data.challenge_id

throttled = refusal(lambda: codes.send_login_code(asked))
wait = throttled.data.actual_instance
assert throttled.status == 429 and isinstance(wait, TargetThrottledProblem), throttled
assert wait.retry_after > 0 and wait.i18n_args.retry_after == wait.retry_after, wait

code = sent_code()
refused = refusal(lambda: check("111111" if code == "000000" else "000000"))
assert isinstance(refused, BadRequestException), refused
invalid = refused.data.actual_instance
assert isinstance(invalid, CodeInvalidProblem) and invalid.i18n_args.attempts_left == 4, invalid

assert check(code).data.token.count(".") == 2
assert len(TokenApi(client).get_key_set().keys) == 1
