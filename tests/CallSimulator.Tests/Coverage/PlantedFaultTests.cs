using OrderHotline.CallSimulator.Scenarios;

namespace OrderHotline.CallSimulator.Tests;

public sealed class PlantedFaultTests
{
    const string Start = "caller: +819012345678\nat: 2026-11-25T10:00+09:00\n";

    [Theory]
    [InlineData("action: Operator/queue fails")]
    [InlineData("action: Operator/transfer fails with QueueAtCapacity")]
    [InlineData("action: MessageParticipant fails")]
    [InlineData("function: CancelOrder answers {\"outcome\":\"Unavailable\"}")]
    [InlineData("function: CancelOrder answers {\"outcome\":\"Unavailable\"} on call 2")]
    public void A_planted_fault_is_written_as_it_was_read(string line) =>
        Assert.Contains(line + "\n", ScenarioText.Write(ScenarioText.Read("x", $"{Start}{line}\n\nheard: a\n")), StringComparison.Ordinal);

    [Theory]
    [InlineData("action: Operator/queue", "does not fail")]
    [InlineData("action: Operator/queue fails badly", "no kind of error")]
    [InlineData("action: a fails\naction: a fails", "fails already")]
    [InlineData("function: CancelOrder answers {no", "no JSON")]
    [InlineData("function: CancelOrder answers", "nothing that goes wrong")]
    public void A_fault_that_cannot_be_planted_is_refused(string lines, string why) => Assert.Contains(
        why,
        Assert.Throws<ScenarioFormatException>(() => ScenarioText.Read("x", $"{Start}{lines}\n\nheard: a\n")).Message,
        StringComparison.Ordinal);
}
