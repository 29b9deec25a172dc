using System.Net;
using System.Net.Http.Headers;
using System.Text;
using NodaTime;

namespace OrderHotline.CallSimulator.Functions;

/// <summary>Functions behind the invoke API of Lambda
/// (https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html), unsigned: an emulator on this machine.</summary>
/// <param name="http">Sends the requests. Its own time-out must be longer than any limit.</param>
/// <param name="endpoint">Where the API is, such as <c>http://localhost:9001</c>.</param>
/// <param name="time">Measures how long an answer took, and ends the wait for one.</param>
public sealed class LambdaEndpoint(HttpClient http, Uri endpoint, TimeProvider time)
{
    const string FunctionErrorHeader = "X-Amz-Function-Error";
    const int MostQuoted = 500;

    static readonly MediaTypeHeaderValue Json = new("application/json");

    readonly string functions = endpoint.AbsoluteUri.TrimEnd('/') + "/2015-03-31/functions/";

    /// <summary>Invokes a function by its name; see <see cref="InvokeFunction"/>. Many calls may do so at once.</summary>
    /// <exception cref="OperationCanceledException">The caller of this method gave up, not the limit.</exception>
    public async Task<FunctionAnswer> Invoke(FunctionCall call, CancellationToken cancellation)
    {
        var start = time.GetTimestamp();
        using var limit = new CancellationTokenSource(call.Limit.ToTimeSpan(), time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, limit.Token);
        try
        {
            using var content = new ReadOnlyMemoryContent(call.Payload);
            content.Headers.ContentType = Json;
            var address = new Uri($"{functions}{Uri.EscapeDataString(call.Name)}/invocations");
            using var response = await http.PostAsync(address, content, either.Token).ConfigureAwait(false);
            var answer = await response.Content.ReadAsByteArrayAsync(either.Token).ConfigureAwait(false);
            if (response.StatusCode != HttpStatusCode.OK)
            {
                return Failed($"{functions} answered {(int)response.StatusCode} {response.ReasonPhrase}: {Quoted(answer)}") with
                {
                    IsUnknown = response.StatusCode == HttpStatusCode.NotFound,
                };
            }

            return response.Headers.TryGetValues(FunctionErrorHeader, out var kind)
                ? Failed($"the function threw ({string.Join(", ", kind)}): {Quoted(answer)}")
                : new FunctionAnswer.Replied(answer, Took());
        }
        catch (HttpRequestException unreachable)
        {
            return Failed($"{functions} cannot be reached: {unreachable.Message}");
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return FunctionAnswer.Failed.OutOfTime(call.Limit, Took());
        }

        Duration Took() => Duration.FromTimeSpan(time.GetElapsedTime(start));

        FunctionAnswer.Failed Failed(string reason) => new(reason, Took());
    }

    static string Quoted(byte[] answer)
    {
        var text = Encoding.UTF8.GetString(answer);
        return text.Length <= MostQuoted ? text : text[..MostQuoted] + " …";
    }
}
