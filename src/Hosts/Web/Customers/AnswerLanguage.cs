using Microsoft.Net.Http.Headers;
using OrderHotline.Application;
using OrderHotline.Domain;

namespace OrderHotline.Hosts.Web;

/// <summary>The language that a request is answered in (https://www.rfc-editor.org/rfc/rfc9110#section-12.5.4).</summary>
static class AnswerLanguage
{
    // A person speaks few; a longer list is read no further.
    const int MostLanguages = 16;

    /// <summary>The first of the offered languages that is wanted; the shop's own where none is.</summary>
    public static Language Of(HttpRequest request, LineWords words)
    {
        var wanted = StringWithQualityHeaderValue.TryParseList(request.Headers.AcceptLanguage, out var parsed) ? parsed : [];
        return wanted
            .Take(MostLanguages)
            .Where(language => language.Quality is not 0)
            .OrderByDescending(language => language.Quality ?? 1)
            .Select(language => language.Value.Value)
            .Where(tag => tag == "*" || words.Offered.Any(offered => offered.IsSpokenIn(tag)))
            .Select(words.LanguageOf)
            .FirstOrDefault(words.Default);
    }
}
