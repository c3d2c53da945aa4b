// The whole flow, with the client that oapi-codegen generates into this package.
package main

import (
	"context"
	"encoding/json"
	"log"
	"net/http"
	"os"
	"regexp"
)

const email = "go@example.com"

func must[T any](value T, err error) T {
	if err != nil {
		log.Fatal(err)
	}
	return value
}

func hold(holds bool, what string) {
	if !holds {
		log.Fatal("not so: " + what)
	}
}

func sentCode(url string) string {
	answer := must(http.Get(url + "/_local/messages"))
	defer answer.Body.Close()
	var messages []struct{ To, Text string }
	hold(json.NewDecoder(answer.Body).Decode(&messages) == nil && len(messages) > 0, "a message arrived")
	for _, message := range messages {
		if message.To == email {
			return regexp.MustCompile(`\b\d{6}\b`).FindString(message.Text)
		}
	}
	log.Fatal("no message to " + email)
	return ""
}

func wrong(code string) string {
	if code == "000000" {
		return "111111"
	}
	return "000000"
}

func main() {
	url := os.Args[1]
	ctx := context.Background()
	client := must(NewClientWithResponses(url))

	var asked SendLoginCodeRequest
	hold(asked.FromSendLoginCodeByEmail(SendLoginCodeByEmail{Email: email}) == nil, "a request by email")
	sent := must(client.SendLoginCodeWithResponse(ctx, nil, asked))
	hold(sent.JSON200 != nil && sent.JSON200.Data.Channel == "email", "the code was sent: "+string(sent.Body))
	challenge := sent.JSON200.Data.ChallengeId

	throttled := must(client.SendLoginCodeWithResponse(ctx, nil, asked))
	hold(throttled.ApplicationproblemJSON429 != nil, "the second send is throttled: "+string(throttled.Body))
	wait := must(throttled.ApplicationproblemJSON429.AsTargetThrottledProblem())
	hold(wait.I18nKey == "error.target_throttled" && wait.RetryAfter > 0 && wait.I18nArgs.RetryAfter == wait.RetryAfter, "it says how long to wait")

	check := func(code string) *VerifyLoginCodeResponse {
		var body VerifyLoginCodeRequest
		byEmail := VerifyLoginCodeByEmail{Email: email, Code: code, ChallengeId: challenge}
		hold(body.FromVerifyLoginCodeByEmail(byEmail) == nil, "a check by email")
		return must(client.VerifyLoginCodeWithResponse(ctx, nil, body))
	}
	code := sentCode(url)
	refused := check(wrong(code))
	hold(refused.ApplicationproblemJSON400 != nil, "a wrong code is refused: "+string(refused.Body))
	invalid := must(refused.ApplicationproblemJSON400.AsCodeInvalidProblem())
	hold(invalid.I18nArgs.AttemptsLeft == 4, "it says how many attempts are left")

	right := check(code)
	hold(right.JSON200 != nil && right.JSON200.Data.Token != "", "the right code gets a token: "+string(right.Body))
	keys := must(client.GetKeySetWithResponse(ctx))
	hold(keys.JSON200 != nil && len(keys.JSON200.Keys) == 1, "the key set has its key")
}
