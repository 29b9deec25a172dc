namespace OrderHotline.Domain;

/// <summary>What was said, in letters of one kind. Pauses stand beside the letters and not among them, so that they part no words.
/// </summary>
/// <param name="letters">Room for the letters.</param>
/// <param name="pauses">Room for the pauses, as much.</param>
ref struct SpokenText(Span<char> letters, Span<bool> pauses)
{
    readonly Span<char> room = letters;
    readonly Span<bool> paused = pauses;
    bool pauseNext;

    /// <summary>How many letters there are.</summary>
    public int Length { get; private set; }

    /// <summary>The letters.</summary>
    public readonly ReadOnlySpan<char> Letters => room[..Length];

    /// <summary>Whether a comma or a full stop stands before the letter.</summary>
    public readonly bool IsPaused(int at) => paused[at];

    /// <summary>Adds a letter, or a space if none is there.</summary>
    public void Add(char letter)
    {
        if (letter == ' ' && Length > 0 && room[Length - 1] == ' ')
        {
            return;
        }

        room[Length] = letter;
        paused[Length++] = pauseNext && letter != ' ';
        pauseNext &= letter == ' ';
    }

    /// <summary>A pause before the next letter.</summary>
    public void Pause() => pauseNext = Length > 0;

    /// <summary>Takes words out. The pause before one stays, the pause after it was part of it.</summary>
    /// <param name="words">All the words of the text, in order.</param>
    /// <param name="word">The meaning of those that go.</param>
    /// <returns>Whether there were any.</returns>
    public bool TakeOut(List<HeardWord> words, DateWord word)
    {
        var (to, from, wasPaused, any) = (0, 0, false, false);
        foreach (var heard in words)
        {
            if (heard.Word != word)
            {
                continue;
            }

            Keep(heard.Start, ref from, ref to, ref wasPaused, any);
            wasPaused |= paused[heard.Start];
            from = heard.Start + heard.Length;
            any = true;
        }

        if (any)
        {
            Keep(Length, ref from, ref to, ref wasPaused, any);
            Length = to;
        }

        return any;
    }

    readonly void Keep(int until, ref int from, ref int to, ref bool wasPaused, bool follows)
    {
        for (var isFirst = follows; from < until; from++)
        {
            var isLetter = room[from] != ' ';
            if (!isLetter && to > 0 && room[to - 1] == ' ')
            {
                continue;
            }

            if (isFirst && isLetter && to > 0 && char.IsAsciiDigit(room[to - 1]) && char.IsAsciiDigit(room[from]))
            {
                (room[to], paused[to]) = (' ', false); // two numbers stay two
                to++;
            }

            room[to] = room[from];
            paused[to] = isLetter && (isFirst ? wasPaused && to > 0 : paused[from]);
            (isFirst, wasPaused) = (isFirst && !isLetter, wasPaused && !isLetter);
            to++;
        }
    }
}
