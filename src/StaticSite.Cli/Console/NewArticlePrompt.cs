using System.Collections.Immutable;
using Spectre.Console;

namespace StaticSite.Cli.Console;

/// <summary>Asks at a terminal for what the command line left out: a title for each language, and what the folder is to be called.</summary>
internal static class NewArticlePrompt
{
    public static NewArticleRequest Ask(NewArticleRequest request)
    {
        // What is wrong with site.yml is told when the article is made.
        if (SettingsFile.Read(request.Root).Settings is not { } site)
        {
            return request;
        }

        var titles = ImmutableArray.CreateBuilder<(string Language, string Title)>();
        foreach (var info in site.Languages.Where(info => request.Only is null || info.Language.Code == request.Only))
        {
            var title = AnsiConsole.Prompt(new TextPrompt<string>($"{Markup.Escape(info.Name)} ({Markup.Escape(info.Language.Code)}):").AllowEmpty());
            if (!string.IsNullOrWhiteSpace(title))
            {
                titles.Add((info.Language.Code, title));
            }
        }

        var offered = request.Id ?? NewArticle.OfferId(request.Root, titles.Select(title => title.Title));
        return request with
        {
            Titles = titles.ToImmutable(),
            Id = request.Id ?? (offered is null ? null : AnsiConsole.Prompt(new TextPrompt<string>("id:").DefaultValue(offered))),
        };
    }
}
