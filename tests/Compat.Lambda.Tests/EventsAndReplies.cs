using System.IO.Compression;
using System.Text;
using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport;
using OrderHotline.RuntimeApi;

namespace OrderHotline.Compat.Lambda.Tests;

public sealed class EventsAndReplies
{
    const string Spoken = """{"name":"髙橋 さくら","says":"ご注文の📦は🚚です","family":"👨‍👩‍👧","path":"é"}""";

    [Theory]
    [InlineData(Delivery.Whole)]
    [InlineData(Delivery.ByteByByte)]
    [InlineData(Delivery.Chunked)]
    [InlineData(Delivery.UntilClose)]
    public async Task Event_and_reply_go_through_whole_however_the_bytes_are_cut(Delivery delivery)
    {
        await using var function = RunningFunction.Echo();

        var outcome = await function.SendAsync(new LambdaEvent(Spoken) { Delivery = delivery });

        Assert.False(outcome.IsError);
        Assert.Equal(Encoding.UTF8.GetBytes(Spoken), outcome.Body.ToArray());
    }

    [Fact]
    public async Task An_event_of_six_mebibytes_goes_through_whole()
    {
        var large = $"\"{new string('注', 2 * 1024 * 1024)}\"";
        await using var function = RunningFunction.Echo();

        Assert.Equal(large, (await function.SendAsync(large)).Text);
    }

    [Fact]
    public async Task A_reply_as_large_as_lambda_takes_is_sent()
    {
        const int limit = 6_291_556;
        await using var function = RunningFunction.Start((_, _) => Task.FromResult<Stream>(new MemoryStream(new byte[limit])));

        var outcome = await function.SendAsync("{}");

        Assert.False(outcome.IsError);
        Assert.Equal(limit, outcome.Body.Length);
    }

    [Fact]
    public async Task Events_are_answered_in_turn_over_one_connection()
    {
        await using var function = RunningFunction.Echo();

        for (var turn = 1; turn <= 20; turn++)
        {
            Assert.Equal($"{turn}", (await function.SendAsync($"{turn}")).Text);
        }

        Assert.Equal(1, function.Api.ConnectionCount);
    }

    [Fact]
    public async Task An_event_without_a_body_reaches_the_handler_as_an_empty_stream()
    {
        await using var function = RunningFunction.Start((input, _) => Task.FromResult(RunningFunction.Utf8($"{input.Length}")));

        Assert.Equal("0", (await function.SendAsync(string.Empty)).Text);
    }

    [Fact]
    public async Task A_reply_is_read_from_the_position_of_its_stream()
    {
        await using var function = RunningFunction.Start((_, _) =>
        {
            var stream = RunningFunction.Utf8("skipped,told");
            stream.Position = "skipped,".Length;
            return Task.FromResult(stream);
        });

        Assert.Equal("told", (await function.SendAsync("{}")).Text);
    }

    [Fact]
    public async Task A_reply_may_come_from_a_stream_of_unknown_length()
    {
        await using var function = RunningFunction.Start((_, _) =>
            Task.FromResult<Stream>(new GZipStream(Compressed(Spoken), CompressionMode.Decompress)));

        Assert.Equal(Spoken, (await function.SendAsync("{}")).Text);
    }

    [Fact]
    public async Task The_stream_of_a_reply_is_disposed_of_once_it_is_sent()
    {
        var streams = new List<Stream>();
        await using var function = RunningFunction.Start((_, _) =>
        {
            streams.Add(RunningFunction.Utf8("1"));
            return Task.FromResult(streams[^1]);
        });

        await function.SendAsync("{}");
        await function.SendAsync("{}");

        Assert.False(streams[0].CanRead);
    }

    [Fact]
    public async Task A_serializer_stands_between_the_event_and_a_typed_handler()
    {
        Func<string, ILambdaContext, Task<string>> handler = (input, context) => Task.FromResult($"{context.AwsRequestId}: {input}");
        await using var function = RunningFunction.Start(LambdaBootstrapBuilder.Create(handler, new LinesOfText()));

        var outcome = await function.SendAsync(new LambdaEvent("注文") { RequestId = "r-1" });

        Assert.Equal("r-1: 注文", outcome.Text);
    }

    [Fact]
    public async Task A_handler_without_a_result_answers_with_nothing()
    {
        string? seen = null;
        Func<string, Task> handler = input =>
        {
            seen = input;
            return Task.CompletedTask;
        };
        await using var function = RunningFunction.Start(LambdaBootstrapBuilder.Create(handler, new LinesOfText()));

        var outcome = await function.SendAsync("注文");

        Assert.False(outcome.IsError);
        Assert.Equal("注文", seen);
        Assert.True(outcome.Body.IsEmpty);
    }

    static MemoryStream Compressed(string text)
    {
        var compressed = new MemoryStream();
        using (var zip = new GZipStream(compressed, CompressionMode.Compress, leaveOpen: true))
        {
            zip.Write(Encoding.UTF8.GetBytes(text));
        }

        compressed.Position = 0;
        return compressed;
    }

    sealed class LinesOfText : ILambdaSerializer
    {
        public T Deserialize<T>(Stream requestStream) => (T)(object)new StreamReader(requestStream).ReadToEnd();

        public void Serialize<T>(T response, Stream responseStream) =>
            responseStream.Write(Encoding.UTF8.GetBytes($"{response}"));
    }
}
