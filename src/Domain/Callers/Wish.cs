namespace OrderHotline.Domain;

/// <summary>
/// What a caller asked for during one contact. The same contact asking again for the same thing is the same wish, however
/// often the channel delivers it.
/// </summary>
public abstract record Wish
{
    Wish(Contact contact) => Contact = contact;

    /// <summary>The contact in which it was asked.</summary>
    public Contact Contact { get; }

    /// <summary>"Cancel my order."</summary>
    public sealed record ToCancel : Wish
    {
        /// <inheritdoc cref="ToCancel"/>
        public ToCancel(Contact contact)
            : base(contact)
        {
        }

        /// <summary>The same wish of a caller who has proved this much.</summary>
        public ToCancel ProvedBy(Assurance assurance) => new(Contact with { Assurance = assurance });
    }

    /// <summary>"Ship my order on another day."</summary>
    public sealed record ToReschedule : Wish
    {
        /// <inheritdoc cref="ToReschedule"/>
        /// <param name="contact">The contact in which it was asked.</param>
        /// <param name="date">The day as it was understood, however vague.</param>
        /// <param name="heard">The caller's own words for it, kept with the change, to explain it later;
        /// empty when there were none (a keypad, a calendar). Cut to <see cref="Change.MaxHeardLength"/>.</param>
        public ToReschedule(Contact contact, SpokenDate date, string heard)
            : base(contact)
        {
            Date = date;
            Heard = Cut(heard);
        }

        /// <summary>The same wish of a caller who has proved this much.</summary>
        public ToReschedule ProvedBy(Assurance assurance) => new(Contact with { Assurance = assurance }, Date, Heard);

        /// <summary>The day as it was understood, however vague.</summary>
        public SpokenDate Date { get; }

        /// <summary>The caller's own words for it; empty when there were none.</summary>
        public string Heard { get; }

        // Never inside a character: half of a surrogate pair is no text to a store.
        static string Cut(string heard) =>
            heard.Length <= Change.MaxHeardLength ? heard
            : char.IsHighSurrogate(heard[Change.MaxHeardLength - 1]) ? heard[..(Change.MaxHeardLength - 1)]
            : heard[..Change.MaxHeardLength];
    }
}
