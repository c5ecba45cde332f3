using StaticSite.Model;
using StaticSite.Render.Views;

namespace StaticSite.Render;

/// <summary>The page at <c>/</c>, where the reader chooses a language.</summary>
internal static class RootDocument
{
    public static DocumentView Create(Frame first, IEnumerable<Frame> frames)
    {
        var settings = first.Site.Settings;
        var alternates = HomeDocument.Alternates(first.Site);
        var title = string.Join(" · ", settings.Languages.Select(language => settings.Title.Find(language.Language)).OfType<string>().Distinct());
        var description = string.Join(" ", settings.Languages.Select(language => settings.Tagline?.Find(language.Language)).OfType<string>().Distinct());
        var head = first.Head(title, description.Length > 0 ? description : title, SiteAddresses.Root, alternates, SiteAddresses.Root) with
        {
            FullTitle = title,
            OpenGraph = OpenGraph.Of(first, title, description, SiteAddresses.Root, alternates),
        };
        return first.Document("root", head, SiteAddresses.Root, alternates) with
        {
            Root = new RootView([.. frames.Select(Choice)]),
        };
    }

    private static RootChoiceView Choice(Frame frame) => new(
        frame.Code.Code,
        frame.Language.Tag,
        frame.Language.Name,
        frame.Site.Settings.Title.Find(frame.Code) ?? "",
        frame.Site.Settings.Tagline?.Find(frame.Code) ?? "",
        SiteAddresses.Home(frame.Code).Escaped);
}
