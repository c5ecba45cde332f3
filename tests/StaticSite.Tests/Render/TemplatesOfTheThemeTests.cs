using System.Collections.Immutable;
using System.Text.RegularExpressions;
using StaticSite.Model;
using StaticSite.Render;
using YamlDotNet.RepresentationModel;

namespace StaticSite.Tests.Render;

/// <summary>The theme that the site is built with.</summary>
public sealed partial class TemplatesOfTheThemeTests
{
    private static readonly string s_root = FindRoot();
    private static readonly Theme s_theme = ReadTheme();

    [Fact]
    public void It_has_nothing_to_report()
    {
        var strings = SiteStrings.Create(s_theme, [TemplatesTheme.Chinese, TemplatesTheme.English]);
        var assets = ThemeAssets.Create(s_theme, content => File.ReadAllText(content.FullPath));
        var templates = Templates.Compile(s_theme, assets.Value.Urls, strings.Value);
        Assert.Empty(strings.Diagnostics.Concat(assets.Diagnostics).Concat(templates.Diagnostics));
    }

    [Fact]
    public void It_has_no_inline_style_and_no_inline_script() =>
        Assert.All(s_theme.Templates.Values.Concat(s_theme.Partials.Values), file => Assert.DoesNotMatch(Inline(), file.Text));

    [Fact]
    public void It_loads_nothing_from_elsewhere() =>
        Assert.All(s_theme.Templates.Values.Concat(s_theme.Partials.Values), file => Assert.DoesNotMatch(Outside(), file.Text));

    [Fact]
    public void Every_word_that_the_templates_print_stands_in_the_strings() =>
        Assert.All(s_theme.Templates.Values.Concat(s_theme.Partials.Values), file =>
            Assert.DoesNotMatch(@"\p{L}", Markup().Replace(Tags().Replace(file.Text, ""), "")));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "StaticSite.sln")))
        {
            folder = folder.Parent!;
        }

        return Path.Combine(folder.FullName, "theme");
    }

    private static Theme ReadTheme() => new(
        ReadFiles("templates"), ReadFiles("partials"),
        Directory.GetFiles(Path.Combine(s_root, "strings")).Select(ReadStrings).ToImmutableDictionary(strings => strings.Language),
        Directory.GetFiles(Path.Combine(s_root, "assets"), "*", SearchOption.AllDirectories).ToImmutableDictionary(
            file => Path.GetRelativePath(Path.Combine(s_root, "assets"), file).Replace('\\', '/'),
            file => new FileContent(file, 0, "0123456789abcdef")));

    private static ImmutableDictionary<string, SourceFile> ReadFiles(string folder) =>
        Directory.GetFiles(Path.Combine(s_root, folder)).ToImmutableDictionary(
            file => Path.GetFileNameWithoutExtension(file),
            file => new SourceFile($"theme/{folder}/{Path.GetFileName(file)}", File.ReadAllText(file)));

    private static ThemeStrings ReadStrings(string file)
    {
        var yaml = new YamlStream();
        using var reader = new StreamReader(file);
        yaml.Load(reader);
        var texts = (YamlMappingNode)yaml.Documents[0].RootNode;
        return new(
            new(Path.GetFileNameWithoutExtension(file)),
            texts.Children.ToImmutableDictionary(text => text.Key.ToString(), text => Forms(text.Value)),
            new($"theme/strings/{Path.GetFileName(file)}", 0, 0));
    }

    private static ImmutableDictionary<string, string> Forms(YamlNode text) => text is YamlMappingNode forms
        ? forms.Children.ToImmutableDictionary(form => form.Key.ToString(), form => form.Value.ToString())
        : ImmutableDictionary<string, string>.Empty.Add("other", text.ToString());

    [GeneratedRegex("""\sstyle\s*=|\son[a-z]+\s*=|<style|<script(?! src="\{\{asset "[^"]+"\}\}" defer></script>| type="application/ld\+json">)|javascript:""", RegexOptions.IgnoreCase)]
    private static partial Regex Inline();

    [GeneratedRegex("""(?:src|<link[^>]*href)="(?:https?:)?//""", RegexOptions.IgnoreCase)]
    private static partial Regex Outside();

    [GeneratedRegex("""\{\{!.*?\}\}|\{\{\{?[^{}]*\}?\}\}""")]
    private static partial Regex Tags();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Markup();
}
