using OrderHotline.CallSimulator.Functions;

namespace OrderHotline.CallSimulator.Exploration;

/// <summary>A code is in its message and nowhere else: no voice says it, no log line has it, and no attribute keeps it. What the caller keys in
/// is Connect's own and is not looked at.</summary>
public sealed class NoCodeIsHeardLoggedOrKept : CallProperty
{
    /// <inheritdoc/>
    public override string Sentence => "No code is spoken, logged or kept in an attribute";

    /// <inheritdoc/>
    public override string? WhatIsWrong(string remembered, ExploredStep step)
    {
        foreach (var code in Codes(step.RecordsBefore).Concat(Codes(step.RecordsAfter)).Distinct())
        {
            var where = step.Heard.Any(heard => Has(heard.Words, code)) ? "spoken"
                : step.LogLines.Any(line => Has(line, code)) ? "logged"
                : step.After.ContactAttributes.Entries.Any(attribute => Has(attribute.Value, code)) ? "kept in an attribute of the contact"
                : step.After.At.Data.FlowAttributes.Entries.Any(attribute => Has(attribute.Value, code)) ? "kept in an attribute of the flow"
                : null;
            if (where is not null)
            {
                return $"A code is {where}.";
            }
        }

        return null;
    }

    static IEnumerable<string> Codes(ShopRecords records) =>
        from proof in records.Proofs
        from contact in proof.Contacts
        where contact.Pending is not null
        select DeskCodes.Digits(proof.Subject, contact.Pending!);

    static bool Has(string text, string code) => text.Contains(code, StringComparison.Ordinal);
}
