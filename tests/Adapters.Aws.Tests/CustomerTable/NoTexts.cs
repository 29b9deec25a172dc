using OrderHotline.Application;
using OrderHotline.Domain;

namespace OrderHotline.Adapters.Aws.Tests;

/// <summary>A line that takes calls owes texts and sends none.</summary>
sealed class NoTexts : ITextMessages
{
    public Task<TextReceipt> Send(PhoneNumber to, string body, CancellationToken cancellation) =>
        throw new InvalidOperationException("A call sends no text itself.");
}
