using System.Text.Json;
using StaticSite.Benchmarks.Articles;

namespace StaticSite.Benchmarks.Sites;

/// <summary>A folder that is written from nothing.</summary>
internal sealed class SiteFolder(string path)
{
    private static readonly JsonSerializerOptions s_readable = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>YAML takes a JSON string as it is.</summary>
    public static string Quote(string text) => JsonSerializer.Serialize(text, s_readable);

    /// <summary>A YAML mapping with one text for each language.</summary>
    public static string Quote(Bilingual text) => $"{{zh: {Quote(text.Zh)}, en: {Quote(text.En)}}}";

    public void Write(string name, string text)
    {
        var file = Path.Join(path, name);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }

    /// <summary>The figures of an article, beside its text.</summary>
    public void WriteFigures(string folder, Article article)
    {
        for (var i = 0; i < article.Figures.Length; i++)
        {
            Write($"{folder}/figure{i + 1}.svg", article.Figures[i]);
        }
    }

    /// <param name="except">Folders at the top that stay behind.</param>
    public void CopyFrom(string source, params string[] except)
    {
        var files = Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories);
        foreach (var file in files.Where(file => !except.Contains(Path.GetRelativePath(source, file).Split(Path.DirectorySeparatorChar)[0])))
        {
            var target = Path.Join(path, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target, overwrite: true);
        }
    }
}
