namespace OrderHotline.Adapters.Aws;

/// <summary>Gathers an answer as it arrives, in memory that grows with what has arrived and not with what was announced.</summary>
sealed class AnswerReader
{
    const int FirstStep = 16 * 1024;

    readonly string service;
    readonly long? announced;
    readonly int longest;

    /// <param name="service">Whose answer it is, as a fault names it.</param>
    /// <param name="announced">What the answer says of its length; null when it comes in chunks or ends with the connection.</param>
    /// <param name="longest">The most it may be.</param>
    /// <exception cref="InvalidDataException">More than that is announced.</exception>
    public AnswerReader(string service, long? announced, int longest)
    {
        (this.service, this.announced, this.longest) = (service, announced, longest);
        if (announced > longest)
        {
            throw TooLong($"{announced}");
        }

        Bytes = new byte[Math.Min(announced ?? FirstStep, FirstStep)];
        IsWhole = announced == 0;
    }

    /// <summary>The answer, and room behind it.</summary>
    public byte[] Bytes { get; private set; }

    /// <summary>How much of it is the answer.</summary>
    public int Length { get; private set; }

    /// <summary>Nothing more will come.</summary>
    public bool IsWhole { get; private set; }

    /// <summary>Where to put what comes next.</summary>
    public Memory<byte> Space => Bytes.AsMemory(Length);

    /// <summary>Takes note of what was put into <see cref="Space"/>.</summary>
    /// <param name="arrived">How many bytes; 0 at the end.</param>
    /// <exception cref="InvalidDataException">It is more than the longest answer.</exception>
    public void Add(int arrived)
    {
        Length += arrived;
        IsWhole = arrived == 0 || Length == announced;
        if (Length > longest)
        {
            throw TooLong("more");
        }

        if (!IsWhole && Length == Bytes.Length)
        {
            var grown = new byte[Math.Min(announced ?? longest + 1, Length * 2L)];
            Bytes.CopyTo(grown, 0);
            Bytes = grown;
        }
    }

    InvalidDataException TooLong(string length) => new(
        $"What answered is not {service}: an answer of it has at most {longest} bytes, and this one has {length}.");
}
