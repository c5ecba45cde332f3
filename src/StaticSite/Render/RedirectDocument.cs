using StaticSite.Model;
using StaticSite.Render.Views;

namespace StaticSite.Render;

/// <summary>A page at an old address that leads to the new one, for servers that know no redirects.</summary>
internal static class RedirectDocument
{
    public static DocumentView Create(Frame frame, Redirect redirect)
    {
        var head = frame.Head(frame.Phrase("redirect_title"), "", redirect.To, [], defaultUrl: null) with { Index = false };
        return frame.Document("redirect", head, redirect.From, []) with
        {
            Redirect = new RedirectView(redirect.To.Escaped, AbsoluteUrl.Of(frame.Site, redirect.To), frame.Phrase("redirect_title")),
        };
    }
}
