using System.Text;
using OrderHotline.Contracts;

namespace OrderHotline.Adapters.Connect.Tests;

public sealed class ReplyMapTests
{
    [Fact]
    public void Every_reply_is_the_one_that_was_approved()
    {
        var map = new StringBuilder();
        foreach (var words in Spoken.All)
        {
            foreach (var (function, @case, reply) in EveryOutcome.Replies(words))
            {
                map.Append(function).Append(", ").Append(Spoken.NameOf(words)).Append(": ").Append(@case).Append('\n');
                map.AppendJoin("", reply.Pairs.Select(pair => $"  {pair.Key} = {pair.Value}\n"));
                map.Append('\n');
            }
        }

        Approved.Holds(
            "reply-map",
            map.ToString(),
            "Contact flows branch on these keys and values and speak these words: a change here is a change for flow authors and "
                + "must be noted in CHANGELOG.md.");
    }
}
