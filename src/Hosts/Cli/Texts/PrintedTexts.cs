using OrderHotline.Application;
using OrderHotline.Domain;

namespace OrderHotline.Hosts.Cli;

/// <summary>Prints every text, and lets whoever really sends say what came of it.</summary>
sealed class PrintedTexts(ITextMessages sending, TextWriter to) : ITextMessages
{
    public async Task<TextReceipt> Send(PhoneNumber customer, string body, CancellationToken cancellation)
    {
        await to.WriteLineAsync(OwedTexts.InOneLine(customer, body));
        return await sending.Send(customer, body, cancellation);
    }
}
