using System.Collections.Immutable;
using StaticSite.Check;
using StaticSite.Model;

namespace StaticSite.Preview.Desk;

/// <summary>Compares two languages of one bundle. Reads the files of those two and what was accepted, nothing else.</summary>
internal sealed class PairReader(DeskSite site, Func<string, int, int, string> editorLink)
{
    private ImmutableArray<LanguageInfo> Languages => site.Site.Settings.Languages;

    /// <param name="left">A language's code; null, or one that the site does not have, for Chinese, or else the first language.</param>
    /// <param name="right">Likewise, for English or else the first that is not left.</param>
    public PairDocument Read(ParsedBundle bundle, string? left, string? right)
    {
        var first = Find(left) ?? Find("zh") ?? Languages[0];
        var others = Languages.Remove(first);
        var second = others.FirstOrDefault(info => info.Language.Code == right) ?? others.FirstOrDefault(info => info.Language.Code == "en") ?? others.FirstOrDefault();
        var row = new DeskRows(site, new DeskFindings(site, editorLink)).Of(bundle);
        var document = new PairDocument(
            "",
            bundle.Id.Value,
            bundle.Kind,
            [.. Languages.Select(info => new DeskLanguage(info.Language.Code, info.Tag, info.Name))],
            Side(row, first),
            second is null ? null : Side(row, second),
            [],
            null,
            []);
        return second is not null && PageIn(bundle, first) is { } one && PageIn(bundle, second) is { } other ? Compare(bundle, document, one, other) : document;
    }

    private LanguageInfo? Find(string? code) => Languages.FirstOrDefault(info => info.Language.Code == code);

    private static ParsedPage? PageIn(ParsedBundle bundle, LanguageInfo info) => bundle.Pages.FirstOrDefault(page => page.Id.Language == info.Language);

    private PairSide Side(DeskRow row, LanguageInfo info)
    {
        var path = $"{row.Path}/{info.Language}.md";
        return new(row.Pages.First(page => page.Language == info.Language.Code), info.Tag, info.Name, path, editorLink(Path.Join(site.Root, path), 1, 1));
    }

    private PairDocument Compare(ParsedBundle bundle, PairDocument document, ParsedPage left, ParsedPage right)
    {
        var state = site.Linked.Translations.FirstOrDefault(one => IsOf(one, right, left) || IsOf(one, left, right));
        var isMirrored = state is not null && state.Id == left.Id;
        var (source, translation) = isMirrored ? (right, left) : (left, right);
        var accepted = state is null ? null : bundle.Accepted.FirstOrDefault(text => text.Language == state.Id.Language && (text.Source ?? state.Source) == state.Source);
        var (here, there) = (source.Details.Load(), translation.Details.Load());
        var sides = new Sides(here.Sections, there.Sections, SectionPairs.Match(here, there, accepted), isMirrored);
        var diff = state is null ? null : TranslationDiff.Create(state, (source, translation), accepted?.Path ?? "", Read);
        return document with
        {
            Sections = sides.All(),
            Translation = diff is null ? null : Translation(diff, sides, accepted),
            Numbers = [.. (diff?.Numbers ?? TranslationDiff.CompareNumbers(source, translation, Read)).Select(pair => Numbers(pair, isMirrored))],
        };
    }

    private static bool IsOf(TranslationState state, ParsedPage translation, ParsedPage source) => state.Id == translation.Id && state.Source == source.Id.Language;

    private string Read(string path) => path.Length == 0 ? "" : site.FindText(path) ?? "";

    private static PairTranslation Translation(TranslationDiff diff, Sides sides, AcceptedText? accepted) => new(
        diff.State.Status, diff.State.Source.Code, diff.State.Accepted, diff.State.Since, [.. diff.Sections.Select(section => Change(section, sides, accepted))]);

    private static PairChange Change(SectionDiff diff, Sides sides, AcceptedText? accepted)
    {
        var change = diff.Section.Change;
        var (left, right) = change.Current is { } current ? sides.Of(current) : sides.OfRemoved(change.Accepted!, accepted);
        return new(
            change.Section.Id, change.Section.Heading, change.Kind, diff.Section.Since, left, right, [.. diff.Runs.Select(run => new PairRun(run.Kind, run.Text))]);
    }

    private static PairNumbers Numbers(SectionNumbers pair, bool isMirrored)
    {
        var (source, translation) = (Texts(pair.Numbers.OnlyInFirst), Texts(pair.Numbers.OnlyInSecond));
        var heading = pair.Source?.Heading ?? "";
        return isMirrored
            ? new(pair.Translation?.Id, pair.Source?.Id, heading, translation, source)
            : new(pair.Source?.Id, pair.Translation?.Id, heading, source, translation);
    }

    private static ImmutableArray<string> Texts(ImmutableArray<NumberUse> numbers) => [.. numbers.Select(number => number.Text).Distinct(StringComparer.Ordinal)];

    /// <summary>The sections of source and translation, by the sides that they stand on.</summary>
    private sealed record Sides(ImmutableArray<TextSection> Source, ImmutableArray<TextSection> Translation, ImmutableArray<int> Partners, bool IsMirrored)
    {
        public ImmutableArray<PairSections> All()
        {
            var pairs = Source.Select((section, i) => Pair(section.Id, Partners[i] < 0 ? null : Translation[Partners[i]].Id));
            var alone = Translation.Where((_, i) => !Partners.Contains(i)).Select(section => Pair(null, section.Id));
            return [.. pairs, .. alone];
        }

        public (string? Left, string? Right) Of(TextSection source)
        {
            var index = Source.IndexOf(source);
            return Ordered(source.Id, index < 0 || Partners[index] < 0 ? null : Translation[Partners[index]].Id);
        }

        /// <summary>A translation that was not touched since still has the section that its source has no more.</summary>
        public (string? Left, string? Right) OfRemoved(TextSection removed, AcceptedText? accepted) =>
            Ordered(null, accepted is not null && accepted.Sections.Length == Translation.Length ? Translation[accepted.Sections.IndexOf(removed)].Id : null);

        private PairSections Pair(string? source, string? translation)
        {
            var (left, right) = Ordered(source, translation);
            return new(left, right);
        }

        private (string? Left, string? Right) Ordered(string? source, string? translation) => IsMirrored ? (translation, source) : (source, translation);
    }
}
