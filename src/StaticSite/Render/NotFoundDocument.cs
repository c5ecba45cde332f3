using StaticSite.Model;
using StaticSite.Render.Views;

namespace StaticSite.Render;

/// <summary>The page for addresses that do not exist: no canonical address, not to be indexed.</summary>
internal static class NotFoundDocument
{
    public const int Latest = 5;

    public static DocumentView Create(Frame frame, SiteUrl url)
    {
        var head = frame.Head(frame.Phrase("not_found_title"), frame.Phrase("not_found_text"), canonical: null, [], defaultUrl: null);
        return frame.Document("not-found", head, url, []) with
        {
            NotFound = new NotFoundView([.. frame.Site.Articles.GetValueOrDefault(frame.Code, []).Take(Latest).Select(article => frame.Card(article))]),
        };
    }
}
