using FsCheck;
using FsCheck.Fluent;

namespace OrderHotline.Adapters.Connect.Tests;

/// <summary>What a shop's data may hold, by accident or on purpose.</summary>
static class HostileTexts
{
    public static readonly string[] Known =
    [
        "</speak><break time='10s'/>",
        "<audio src=\"https://example.com/x.mp3\"/>",
        "<![CDATA[x]]>",
        "]]>",
        "<!-- -->",
        "&lt;speak&gt; &amp; &#0;",
        "$.External.orderId",
        "$.$.",
        "$['x']",
        "$$..External.x",
        "A&B",
        "R&D <b>",
        "$1000",
        "costs $",
        "tab\tline\r\nnext\u2028paragraph\u2029end\u0085",
        "\u0000",
        "\u0000\u0001\u001b[31m\u007f\u009f",
        "abc\u202Egnp.exe\u2066\u2069\u200E\u200F",
        "\ud83e",
        "\udde5\ud83e",
        "$\ud83e.x",
        "$\u200d.x",
        "髙﨑",
        "👨‍👩‍👧‍👦 🧥",
        "か\u3099 e\u0301",
        "\u0338\u20DD",
        "\uFFFE\uFFFF\uFEFF",
        new string('名', 10_000),
        new string('&', 10_000),
        new string('x', Speakable.MaxLength - 1) + "$1",
        new string('x', Speakable.MaxLength - 2) + "$1.x",
        new string('x', Speakable.MaxLength - 1) + "&",
        new string('x', Speakable.MaxLength - 1) + "🧥",
        "",
        "   ",
    ];

    static readonly Gen<string> Pieces = Gen.Frequency(
        (3, Gen.Elements(Known)),
        (3, Gen.Elements("$", ".", "[", "&", "<", ">", " ", "1", "x", "\ud83e", "\udde5", "🧥", "\u200b", "\u3000", "名")),
        (2, Gen.Choose(0, char.MaxValue).Select(c => ((char)c).ToString())),
        (1, Gen.Choose(Speakable.MaxLength - 10, Speakable.MaxLength).Select(length => new string('x', length))));

    public static Gen<string> All => Pieces.ListOf().Select(string.Concat);
}
