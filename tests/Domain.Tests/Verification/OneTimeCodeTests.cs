using System.Text;
using static OrderHotline.Domain.Tests.Proofs;
using static OrderHotline.Domain.Tests.Samples;

namespace OrderHotline.Domain.Tests;

public sealed class OneTimeCodeTests
{
    static string Digits(PendingCode pending, VerificationSubject? subject = null, CodeKey? key = null) =>
        OneTimeCode.Derive(key ?? Key, subject ?? Subject, pending).ToDigits();

    [Fact]
    public void A_code_is_six_digits_and_the_same_whenever_it_is_derived()
    {
        Assert.Matches("^[0-9]{6}$", Digits(Pending()));
        Assert.Equal(Digits(Pending()), Digits(Pending()));
    }

    [Fact]
    public void Small_codes_keep_their_zeros() =>
        Assert.Contains(Enumerable.Range(1, 200), number => Digits(Pending(nonce: $"n{number}")) is ['0', _, _, _, _, _]);

    [Fact]
    public void A_code_is_bound_to_contact_order_owner_purpose_nonce_and_key()
    {
        string[] codes =
        [
            Digits(Pending()),
            Digits(Pending(contact: "call-2")),
            Digits(Pending(), Subject with { Order = OrderNumber("20268342") }),
            Digits(Pending(), Subject with { Order = null }),
            Digits(Pending(), Subject with { Owner = Number("+819012345679") }),
            Digits(Pending(operation: Operation.Reschedule)),
            Digits(Pending(nonce: "n2")),
            Digits(Pending(), key: KeyNamed("k1", fill: 8)),
        ];

        Assert.Distinct(codes);
    }

    [Fact]
    public void When_and_whether_it_was_sent_change_nothing_about_a_code()
    {
        var owed = Pending(sending: CodeSending.Owed) with { AskedAt = Now + PendingCode.RetryWindow };

        Assert.Equal(Digits(Pending()), Digits(owed));
    }

    // Joined without lengths, "call-1" and "1…" would be "call-11" and "…".
    [Fact]
    public void What_is_hashed_is_told_apart_by_its_parts() =>
        Assert.NotEqual(Key.Fingerprint(Subject, Call(), "code", "123456"), Key.Fingerprint(Subject, Call(), "code1", "23456"));

    [Fact]
    public void Only_these_very_digits_are_the_code()
    {
        var code = OneTimeCode.Derive(Key, Subject, Pending());
        var digits = code.ToDigits();

        Assert.True(code.Is(digits));
        Assert.All(["", digits[..5], digits + "0", "0" + digits, $"{(char)('0' + (digits[0] - '0' + 1) % 10)}{digits[1..]}"], wrong => Assert.False(code.Is(wrong)));
    }

    [Fact]
    public void A_code_prints_as_no_digits()
    {
        var code = OneTimeCode.Derive(Key, Subject, Pending());

        Assert.Equal("(code)", $"{code}");
        Assert.DoesNotContain(code.ToDigits(), $"{Pending()}", StringComparison.Ordinal);
    }

    [Fact]
    public void The_default_is_no_code()
    {
        Assert.False(default(OneTimeCode).Is(""));
        Assert.False(default(OneTimeCode).Is("000000"));
        Assert.Throws<InvalidOperationException>(() => default(OneTimeCode).ToDigits());
    }

    [Fact]
    public void All_codes_come_up_alike()
    {
        var first = Enumerable.Range(0, 20_000).CountBy(number => Digits(Pending(nonce: $"n{number}"))[0]).ToDictionary();

        Assert.Equal(10, first.Count);
        Assert.All(first.Values, count => Assert.InRange(count, 1_800, 2_200)); // 2,000 each, give or take 4.7 deviations
    }

    [Fact]
    public void A_fingerprint_tells_attempts_apart_and_holds_nothing_of_them()
    {
        var fingerprint = Key.Fingerprint(Subject, Call(), "code", "123456");

        Assert.Equal(fingerprint, Key.Fingerprint(Subject, Call(), "code", "123456"));
        Assert.Distinct(
        [
            fingerprint,
            Key.Fingerprint(Subject, Call(), "code", "123457"),
            Key.Fingerprint(Subject, Call(), "lastFour", "123456"),
            Key.Fingerprint(Subject, Call("call-2"), "code", "123456"),
            Key.Fingerprint(Subject with { Order = null }, Call(), "code", "123456"),
            KeyNamed("k2", fill: 8).Fingerprint(Subject, Call(), "code", "123456"),
        ]);
        Assert.DoesNotContain("123456", fingerprint, StringComparison.Ordinal);
        Assert.DoesNotContain(Convert.ToHexString(Encoding.UTF8.GetBytes("123456")), fingerprint, StringComparison.Ordinal);
    }

    [Fact]
    public void A_secret_has_at_least_as_many_bytes_as_the_hash_and_a_key_a_name()
    {
        Assert.Equal(32, CodeKey.ShortestSecret);
        Assert.Throws<ArgumentException>(() => new CodeKey("k1", new byte[31]));
        Assert.Throws<ArgumentException>(() => new CodeKey("", new byte[32]));
    }

    [Fact]
    public void A_key_keeps_its_secret_whatever_becomes_of_the_bytes_it_was_made_of()
    {
        var bytes = Enumerable.Repeat((byte)7, 32).ToArray();
        var key = new CodeKey("k1", bytes);
        Array.Clear(bytes);

        Assert.Equal(Digits(Pending()), Digits(Pending(), key: key));
    }

    [Fact]
    public void The_newest_key_derives_and_every_key_in_use_is_found()
    {
        var (newer, older) = (KeyNamed("k2", fill: 8), KeyNamed("k1"));
        var keys = new CodeKeys(newer, older);

        Assert.Same(newer, keys.Newest);
        Assert.Same(older, keys.Find("k1"));
        Assert.Null(keys.Find("k0"));
    }

    [Fact]
    public void There_is_at_least_one_key_and_each_has_a_name_of_its_own()
    {
        Assert.Throws<ArgumentException>(() => new CodeKeys());
        Assert.Throws<ArgumentException>(() => new CodeKeys(KeyNamed("k1"), KeyNamed("k1", fill: 8)));
    }

    [Fact]
    public void No_two_subjects_have_the_same_key_text() => Assert.Distinct(
    [
        Subject.Key,
        (Subject with { Order = null }).Key,
        (Subject with { Order = OrderNumber("2026834") }).Key,
        (Subject with { Owner = Number("+8190123456781") }).Key,
    ]);
}
