namespace OrderHotline.Adapters.Connect.Tests;

static class ReplyValues
{
    public static string Value(this Reply reply, string key) => reply.Pairs.Single(pair => pair.Key == key).Value;
}
