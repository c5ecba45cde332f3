using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using StaticSite.Model;

namespace StaticSite.Tests.Cache;

/// <summary>One thing that an editor, a web developer or a disk does to a site between two builds.</summary>
/// <param name="Name">Printed where a build went wrong after it.</param>
internal sealed record RandomEdit(string Name, Action<EditedSite> Apply)
{
    public override string ToString() => Name;
}

/// <summary>What may happen to a site. Each is made from numbers, so that a failure can be repeated and shortened.</summary>
internal static class RandomEdits
{
    private static readonly ImmutableArray<Func<EditedSite, int, string>> s_kinds =
    [
        AppendText, ChangeTitle, ChangeTags, Link, DeleteLanguage, DeleteBundle, RenameBundle, CopyBundle, ToggleDraft, MoveDate, Cite,
        ChangeReference, RenameTag, RenamePerson, ChangeDisclaimer, ChangeSettings, ChangeTemplate, ChangePartial, ChangeString, ChangeStylesheet,
        ChangeFigure, Touch, TamperWithOutput, DeleteOutput, DamageCache, DeleteCache, Kill, ToggleOptions, BreakAndMend, AddAlias, ChangeStatic,
        ChangeDescription, Revise, CopyText, AddHeading, LinkToHeading, LinkToAddress,
    ];

    /// <summary>Those that touch one text, and now and then one that touches more.</summary>
    private static readonly Func<EditedSite, int, string>[] s_small =
    [
        AppendText, AppendText, ChangeTitle, Link, Cite, ChangeDescription, Revise, CopyText, CopyText, AddHeading, LinkToHeading, LinkToAddress,
        ChangeFigure, Touch, Kill, BreakAndMend, ChangeTags, ToggleDraft, TamperWithOutput, DeleteCache,
    ];

    public static Gen<RandomEdit> Any => Of(s_kinds);

    public static Gen<RandomEdit> Small => Of(s_small);

    private static Gen<RandomEdit> Of(IReadOnlyList<Func<EditedSite, int, string>> kinds) =>
        from kind in Gen.Choose(0, kinds.Count - 1)
        from number in Gen.Choose(0, 1_000_000)
        select new RandomEdit($"{kinds[kind].Method.Name}({number.ToString(CultureInfo.InvariantCulture)})", site => kinds[kind](site, number));

    private static string AppendText(EditedSite site, int number) => Edit(site, AnyPage(site, number), text => $"{text}\n第 {number} 句。Sentence {number}.\n");

    private static string ChangeTitle(EditedSite site, int number) => EditHead(site, number, "title", $"题目 {number % 50}");

    private static string ChangeTags(EditedSite site, int number) => EditHead(site, number, "tags", (number % 4) switch { 0 => "[]", 1 => "[safety]", 2 => "[safety, efficacy]", _ => "[efficacy]" });

    private static string Link(EditedSite site, int number)
    {
        var bundles = Bundles(site);
        var target = Path.GetFileName(bundles[number / 7 % bundles.Length]);
        return Edit(site, AnyPage(site, number), text => $"{text}\n[](../{target}/) · [there](../{target}/)\n");
    }

    private static string ChangeDescription(EditedSite site, int number) => EditHead(site, number, "description", $"摘要 {number % 50}");

    private static string Revise(EditedSite site, int number) => EditHead(site, number, "updated", $"2026-{1 + (number % 12):00}-{1 + (number % 28):00}");

    /// <summary>An article becomes much like another one.</summary>
    private static string CopyText(EditedSite site, int number)
    {
        var text = File.ReadAllText(AnyPage(site, number / 3));
        var body = text[(text.LastIndexOf("---\n", StringComparison.Ordinal) + 4)..].Replace("{#", "{.", StringComparison.Ordinal);
        return Edit(site, AnyPage(site, number), old => old.Length > 20_000 ? old : old + "\n" + body);
    }

    private static string AddHeading(EditedSite site, int number) => Edit(site, AnyPage(site, number), text => $"{text}\n## 标题 {number % 3} {{#h{number}}}\n\n正文。\n");

    /// <summary>It may lead nowhere.</summary>
    private static string LinkToHeading(EditedSite site, int number)
    {
        var (bundles, heading) = (Bundles(site), Regex.Match(File.ReadAllText(AnyPage(site, number / 3)), @"\{(#h\d+)\}").Groups[1].Value);
        var target = Path.GetFileName(bundles[number / 7 % bundles.Length]);
        return Edit(site, AnyPage(site, number), text => $"{text}\n[](../{target}/{heading})\n");
    }

    private static string LinkToAddress(EditedSite site, int number)
    {
        var bundles = Bundles(site);
        var target = Path.GetFileName(bundles[number / 7 % bundles.Length]);
        return Edit(site, AnyPage(site, number), text => $"{text}\n[there](/zh/articles/{target}/)\n");
    }

    private static string DeleteLanguage(EditedSite site, int number)
    {
        File.Delete(AnyPage(site, number));
        return "";
    }

    private static string DeleteBundle(EditedSite site, int number)
    {
        var bundles = Bundles(site);
        if (bundles.Length > 3)
        {
            Directory.Delete(bundles[number % bundles.Length], recursive: true);
        }

        return "";
    }

    private static string RenameBundle(EditedSite site, int number)
    {
        var bundles = Bundles(site);
        var from = bundles[number % bundles.Length];
        Directory.Move(from, Path.Combine(Path.GetDirectoryName(from)!, $"renamed-{number}"));
        return "";
    }

    private static string CopyBundle(EditedSite site, int number)
    {
        var bundles = Bundles(site);
        var from = bundles[number % bundles.Length];
        var to = Path.Combine(Path.GetDirectoryName(from)!, $"copy-{number}");
        Directory.CreateDirectory(to);
        foreach (var file in Directory.EnumerateFiles(from))
        {
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)), overwrite: true);
        }

        return "";
    }

    private static string ToggleDraft(EditedSite site, int number) => EditHead(site, number, "draft", number % 2 == 0 ? "true" : "false");

    private static string MoveDate(EditedSite site, int number) => EditHead(site, number, "date", number % 5 == 0 ? "2031-01-01" : $"2025-{1 + (number % 12):00}-{1 + (number % 28):00}");

    private static string Cite(EditedSite site, int number) => Edit(site, AnyPage(site, number), text => $"{text}\n此事见[@lee2020; @none{number % 3}]。\n");

    private static string ChangeReference(EditedSite site, int number) =>
        Edit(site, site.PathOf("input/data/references.yml"), text => text.Replace("title: ", $"title: {(char)('A' + (number % 26))}", StringComparison.Ordinal));

    private static string RenameTag(EditedSite site, int number) => Edit(site, Settings(site), text => Line(text, "  safety:", $"  safety: {{zh: 安全{number % 9}, en: Safety {number % 9}}}"));

    private static string RenamePerson(EditedSite site, int number) =>
        Edit(site, site.PathOf("input/data/people.yml"), text => text.Replace("en: ", $"en: {(char)('A' + (number % 26))}", StringComparison.Ordinal));

    private static string ChangeDisclaimer(EditedSite site, int number) =>
        Edit(site, site.PathOf("input/data/disclaimers.yml"), text => text.Replace("en: ", $"en: {(char)('A' + (number % 26))}", StringComparison.Ordinal));

    private static string ChangeSettings(EditedSite site, int number) => Edit(site, Settings(site), text => (number % 4) switch
    {
        0 => Line(text, "related:", $"related: {number % 5}"),
        1 => Line(text, "page_size:", $"page_size: {1 + (number % 4)}"),
        2 => Line(text, "tagline:", $"tagline: {{zh: 标语{number % 9}, en: Tagline {number % 9}}}"),
        _ => Line(text, "menu:", number % 8 < 4 ? "menu: [articles, tags]" : "menu: [articles, categories, tags, people, about]"),
    });

    private static string ChangeTemplate(EditedSite site, int number) => Edit(site, OneOf(site, "theme/templates", number), text => $"{text}<!-- {number} -->\n");

    private static string ChangePartial(EditedSite site, int number) => Edit(site, OneOf(site, "theme/partials", number), text => $"{text}<!-- {number} -->\n");

    private static string ChangeString(EditedSite site, int number) =>
        Edit(site, OneOf(site, "theme/strings", number), text => Line(text, "home:", $"home: Home {number % 9}"));

    private static string ChangeStylesheet(EditedSite site, int number) => Edit(site, site.PathOf("theme/assets/css/site.css"), text => $"{text}/* {number} */\n");

    private static string ChangeFigure(EditedSite site, int number)
    {
        var figures = Directory.GetFiles(site.PathOf("input"), "*.svg", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToArray();
        return figures is [] ? "" : Edit(site, figures[number % figures.Length], text => text.Replace("</svg>", $"<text>{number % 10}</text></svg>", StringComparison.Ordinal));
    }

    private static string ChangeStatic(EditedSite site, int number)
    {
        site.Write($"input/static/note-{number % 3}.txt", $"note {number}");
        return "";
    }

    private static string AddAlias(EditedSite site, int number) => EditHead(site, number, "aliases", $"[/old/{number % 20}/]");

    private static string Touch(EditedSite site, int number)
    {
        File.SetLastWriteTimeUtc(AnyPage(site, number), new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddSeconds(number));
        return "";
    }

    private static string TamperWithOutput(EditedSite site, int number)
    {
        if (Output(site) is { Length: > 0 } files)
        {
            File.AppendAllText(files[number % files.Length], "tampered");
        }

        return "";
    }

    private static string DeleteOutput(EditedSite site, int number)
    {
        if (Output(site) is { Length: > 0 } files)
        {
            File.Delete(files[number % files.Length]);
        }

        return "";
    }

    private static string DamageCache(EditedSite site, int number)
    {
        var files = Directory.Exists(site.CacheFolder) ? Directory.GetFiles(site.CacheFolder).Order(StringComparer.Ordinal).ToArray() : [];
        if (files is not [])
        {
            using var file = File.Open(files[number % files.Length], FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
            switch (number % 3)
            {
                case 0:
                    file.SetLength(file.Length / 2);
                    break;
                case 1 when file.Length > 0:
                    file.Position = number % file.Length;
                    file.Write("garbage"u8);
                    break;
                default:
                    file.SetLength(0);
                    break;
            }
        }

        return "";
    }

    private static string DeleteCache(EditedSite site, int number)
    {
        if (Directory.Exists(site.CacheFolder))
        {
            Directory.Delete(site.CacheFolder, recursive: true);
        }

        return "";
    }

    private static string Kill(EditedSite site, int number)
    {
        AppendText(site, number);
        try
        {
            site.Build(new Killer(number % 80));
        }
        catch (KilledException)
        {
            // As a process that is gone: nothing is cleaned up.
        }
        catch (AggregateException error) when (error.InnerExceptions.All(inner => inner is KilledException))
        {
        }

        return "";
    }

    private static string ToggleOptions(EditedSite site, int number)
    {
        site.Options = (number % 3) switch
        {
            0 => site.Options with { Drafts = !site.Options.Drafts },
            1 => site.Options with { Future = !site.Options.Future },
            _ => site.Options with { BaseUrl = site.Options.BaseUrl is null ? new Uri("https://elsewhere.example") : null },
        };
        return "";
    }

    /// <summary>A mistake that keeps the site from being written, and is taken back after a build has seen it.</summary>
    private static string BreakAndMend(EditedSite site, int number)
    {
        var page = AnyPage(site, number);
        var before = File.ReadAllText(page);
        File.WriteAllText(page, "---\ntitle: [unclosed\n---\n");
        Assert.False(site.Build().WasWritten);
        File.WriteAllText(page, before);
        return "";
    }

    private static string EditHead(EditedSite site, int number, string key, string value) =>
        Edit(site, AnyPage(site, number), text => text.Contains($"\n{key}:", StringComparison.Ordinal) ? Line(text, key + ":", $"{key}: {value}") : text.Replace("---\n", $"---\n{key}: {value}\n", 1));

    private static string Edit(EditedSite site, string path, Func<string, string> change)
    {
        if (File.Exists(path))
        {
            File.WriteAllText(path, change(File.ReadAllText(path)));
        }

        return path;
    }

    private static string Line(string text, string start, string line) =>
        string.Join('\n', text.Split('\n').Select(one => one.StartsWith(start, StringComparison.Ordinal) ? line : one));

    private static string Replace(this string text, string old, string now, int count) =>
        text.IndexOf(old, StringComparison.Ordinal) is >= 0 and var at && count == 1 ? string.Concat(text.AsSpan(0, at), now, text.AsSpan(at + old.Length)) : text;

    private static string Settings(EditedSite site) => site.PathOf("input/site.yml");

    private static string[] Bundles(EditedSite site) => [.. Directory.GetDirectories(site.PathOf("input/articles")).Order(StringComparer.Ordinal)];

    private static string AnyPage(EditedSite site, int number)
    {
        var pages = Directory.GetFiles(site.PathOf("input"), "*.md", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToArray();
        return pages[number % pages.Length];
    }

    private static string OneOf(EditedSite site, string folder, int number)
    {
        var files = Directory.GetFiles(site.PathOf(folder)).Order(StringComparer.Ordinal).ToArray();
        return files[number % files.Length];
    }

    private static string[] Output(EditedSite site) => Directory.Exists(site.Output)
        ? [.. Directory.GetFiles(site.Output, "*", SearchOption.AllDirectories).Where(file => !Path.GetFileName(file).StartsWith('.')).Order(StringComparer.Ordinal)]
        : [];

    private sealed class KilledException : Exception;

    private sealed class Killer(int left) : IProgress<BuildProgress>
    {
        private int _left = left;

        public void Report(BuildProgress value)
        {
            if (Interlocked.Decrement(ref _left) < 0)
            {
                throw new KilledException();
            }
        }
    }
}
