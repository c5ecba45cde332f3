using System.Collections.Immutable;
using StaticSite.Model;
using StaticSite.Parse;
using StaticSite.Write;

namespace StaticSite;

/// <param name="Titles">Each with the code of its language; at least one.</param>
internal sealed record NewArticleRequest(string Root, ImmutableArray<(string Language, string Title)> Titles)
{
    /// <summary>Null for the one that the titles offer.</summary>
    public string? Id { get; init; }

    public string? Category { get; init; }

    public ImmutableArray<string> Tags { get; init; } = [];

    public ImmutableArray<string> Authors { get; init; } = [];

    /// <summary>Null for today, in the site's time zone.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>The code of the language that it is written in first; null for the site's first among those that have a title.</summary>
    public string? Source { get; init; }

    /// <summary>The code of the one language to make a file for; null for all that have a title.</summary>
    public string? Only { get; init; }
}

/// <param name="Path">Below the root, with <c>/</c>.</param>
/// <param name="Line">Where the author goes on.</param>
/// <param name="EditorLink">Opens it there.</param>
internal sealed record NewArticleFile(Language Language, string Path, int Line, string EditorLink);

/// <summary>The folder of an article, with a file for each language that has a title: nobody gets a title that no author wrote.</summary>
/// <param name="Id">Null where nothing was made.</param>
/// <param name="Files">The source first.</param>
/// <param name="Refusal">Null where all went well.</param>
internal sealed record NewArticle(
    string? Id, ImmutableArray<NewArticleFile> Files, Refusal? Refusal, ImmutableArray<Diagnostic> Errors, Func<string, string?> FindText)
{
    private const string Parent = "input/articles";

    /// <exception cref="IOException">The disk refuses; nothing was written then.</exception>
    public static NewArticle Create(NewArticleRequest request, DateTimeOffset now)
    {
        var settings = SettingsFile.Read(request.Root);
        var errors = settings.Diagnostics.RemoveAll(found => found.Severity != Severity.Error);
        if (settings.Settings is not { } site)
        {
            return new(null, [], null, errors, path => SettingsFile.FindText(request.Root, path));
        }

        var (plan, refusal) = NewArticlePlan.Create(request, site, KnownIds.Read(request.Root, site));
        if (plan is null)
        {
            return Refuse(refusal!);
        }

        if (NewFolder.IsLinked(request.Root, Parent))
        {
            return Refuse(NewArticleRefusals.LinkedFolder(Parent));
        }

        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, site.TimeZone).DateTime);
        var head = new NewTextHead(request.Date ?? today, request.Category, request.Tags, request.Authors, plan.Titles[0].Language);
        var texts = plan.Titles.Select((one, index) => (one.Language, Printed: NewTextPrinter.Print(one.Language, one.Title, index == 0 ? head : null))).ToList();
        var parent = Path.Join(request.Root, Parent);
        if (!NewFolder.TryCreate(parent, plan.Id, texts.Select(text => ($"{text.Language}.md", text.Printed.Text))))
        {
            return Refuse(NewArticleRefusals.IdTaken(plan.Id, plan.Id));
        }

        return new(plan.Id, [.. texts.Select(text => FileOf(text.Language, text.Printed.Line))], null, [], _ => null);

        NewArticleFile FileOf(Language language, int line)
        {
            var path = $"{Parent}/{plan.Id}/{language}.md";
            return new(language, path, line, site.Preview.Editor.For(Path.GetFullPath(Path.Join(request.Root, path)), line, column: 1));
        }
    }

    /// <summary>An id that no article or page has: from the first title without Han characters, else from the pinyin of the first; null where none can be made.</summary>
    /// <param name="titles">The best first.</param>
    public static string? OfferId(string root, IEnumerable<string> titles) => OfferedId.Find(titles, KnownIds.ReadBundles(root).Contains);

    private static NewArticle Refuse(Refusal refusal) => new(null, [], refusal, [], _ => null);
}
