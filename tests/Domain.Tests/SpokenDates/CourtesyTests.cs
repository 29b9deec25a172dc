namespace OrderHotline.Domain.Tests;

public sealed class CourtesyTests
{
    [Fact]
    public void A_language_whose_dates_are_not_heard_has_no_words_of_courtesy()
    {
        Assert.True(Language.TryParse("fr-FR", out var french));

        Assert.Empty(Courtesy.Words(french));
        Assert.NotEmpty(Courtesy.Words(Language.Japanese));
        Assert.NotEmpty(Courtesy.Words(Language.English));
    }
}
