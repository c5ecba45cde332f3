using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using StaticSite.Cli.Console;

namespace StaticSite.Cli.Commands;

/// <summary><c>new article</c>: a folder with a text to go on with, for each language that has a title.</summary>
internal static class NewArticleCommand
{
    public static Command Create(Terminal terminal, TimeProvider clock)
    {
        var id = new Argument<string?>("id") { Description = "The name of its folder [default: made from a title]", Arity = ArgumentArity.ZeroOrOne };
        var root = TranslationArguments.Root();
        var titles = new Option<string[]>("--title") { Description = "A title with its language: zh=… or en=…; asked for at a terminal where it is left out", HelpName = "code=text" };
        titles.Validators.Add(MustNameLanguages);
        var source = new Option<string?>("--source") { Description = "The language that it is written in first [default: the site's first that has a title]", HelpName = "code" };
        var only = new Option<string?>("--only") { Description = "Make the file of this language only", HelpName = "code" };
        var category = new Option<string?>("--category") { Description = "A category of input/site.yml", HelpName = "id" };
        var tags = new Option<string[]>("--tag") { Description = "A tag of input/site.yml; may be given several times", HelpName = "id" };
        var authors = new Option<string[]>("--author") { Description = "One of input/data/people.yml; may be given several times", HelpName = "id" };
        var date = new Option<DateOnly?>("--date") { Description = "When it is to be published [default: today]", HelpName = "yyyy-mm-dd", CustomParser = ParseDate };
        var open = new Option<bool>("--open") { Description = "Open the first file in the editor: 'preview: editor' in input/site.yml" };
        var format = new Option<string>("--format") { Description = "How to report: text, or json (one object a line)", HelpName = "text|json", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json");
        var command = new Command("article", "Makes the folder of a new article, with the front matter filled in.") { id, titles, source, only, category, tags, authors, date, open, root, format };
        command.SetAction((given, _) =>
        {
            var request = new NewArticleRequest(TranslationArguments.RootOf(given, root), [.. (given.GetValue(titles) ?? []).Select(Split)])
            {
                Id = given.GetValue(id),
                Category = given.GetValue(category),
                Tags = [.. given.GetValue(tags) ?? []],
                Authors = [.. given.GetValue(authors) ?? []],
                Date = given.GetValue(date),
                Source = given.GetValue(source),
                Only = given.GetValue(only),
            };
            var isJson = given.GetValue(format) == "json";
            var canAsk = !isJson && terminal.IsWatched && !System.Console.IsInputRedirected;
            var report = new NewArticleReport(terminal, request.Root, isJson);
            return Task.FromResult(Run(request.Titles.IsEmpty && canAsk ? NewArticlePrompt.Ask(request) : request, clock.GetUtcNow(), report, given.GetValue(open)));
        });
        return command;
    }

    private static int Run(NewArticleRequest request, DateTimeOffset now, NewArticleReport report, bool opens)
    {
        var made = NewArticle.Create(request, now);
        var code = report.Finish(made);
        if (opens && made.Files is [var first, ..] && LinkLauncher.Open(first.EditorLink, LinkLauncher.Opener) is { } problem)
        {
            report.NotOpened(problem, first);
        }

        return code;
    }

    private static void MustNameLanguages(OptionResult given)
    {
        foreach (var token in given.Tokens.Where(token => token.Value.IndexOf('=', StringComparison.Ordinal) < 1))
        {
            given.AddError($"'{token.Value}' does not say which language it is in ({given.Option.Name}). Write, for example: {given.Option.Name} zh=\"{token.Value}\"");
        }
    }

    private static (string Language, string Title) Split(string given)
    {
        var at = given.IndexOf('=', StringComparison.Ordinal);
        return (given[..at].Trim(), given[(at + 1)..]);
    }

    private static DateOnly? ParseDate(ArgumentResult given)
    {
        if (DateOnly.TryParseExact(given.Tokens[0].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return date;
        }

        given.AddError($"'{given.Tokens[0].Value}' is no date (--date). Write, for example: --date 2026-11-22");
        return null;
    }
}
