using StaticSite.Model;
using StaticSite.Parse;

namespace StaticSite.Tests.Specs;

/// <summary>Every example of every page in this folder. <c>UPDATE_GOLDEN=1</c> rewrites the expected parts.</summary>
public class MarkdownSpecTests
{
    public static TheoryData<SpecExample> Examples()
    {
        var examples = new TheoryData<SpecExample>();
        foreach (var path in Directory.EnumerateFiles(SpecFile.Folder, "*.md").Order(StringComparer.Ordinal))
        {
            if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
            {
                SpecFile.Update(path, Render);
            }

            foreach (var example in SpecFile.Read(path))
            {
                examples.Add(example);
            }
        }

        return examples;
    }

    [Theory]
    [MemberData(nameof(Examples), DisableDiscoveryEnumeration = true)]
    public void Example_renders_as_the_spec_says(SpecExample example)
    {
        var (html, diagnostics) = Render(example.Markdown);
        Assert.Equal(example.Html, html);
        Assert.Equal(example.Diagnostics, diagnostics);
    }

    /// <summary>A file that was saved on Windows means the same, and its messages point at the same words.</summary>
    [Theory]
    [MemberData(nameof(Examples), DisableDiscoveryEnumeration = true)]
    public void Example_with_windows_line_ends_renders_alike(SpecExample example)
    {
        var (html, diagnostics) = Render(example.Markdown.ReplaceLineEndings("\r\n"));
        Assert.Equal(example.Html, html);
        Assert.Equal(example.Diagnostics, diagnostics);
    }

    private static (string Html, string Diagnostics) Render(string markdown)
    {
        var newLine = markdown.Contains('\r') ? "\r\n" : "\n";
        var frontMatter = $"---{newLine}title: 标题{newLine}---{newLine}";
        var file = new SourceFile("input/articles/example/zh.md", frontMatter + markdown);
        var (body, diagnostics) = MarkdownParser.Parse(file, frontMatter.Length, new TermSources("标题", [], null));
        var shown = new SourceFile(file.Path, markdown);
        var moved = diagnostics.Select(diagnostic => diagnostic with
        {
            Where = diagnostic.Where with { Start = diagnostic.Where.Start - frontMatter.Length },
        });
        return (SpecPrinter.Print(body.Body), SpecPrinter.Print(shown, moved));
    }
}
