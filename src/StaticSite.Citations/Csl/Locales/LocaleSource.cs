using System.Collections.Concurrent;

namespace StaticSite.Citations.Csl;

/// <summary>
/// Finds the locale of a language: in a folder, where one is given, else among those that come with the library.
/// Every file is read once. For every thread.
/// </summary>
public sealed class LocaleSource(string? folder = null)
{
    private readonly ConcurrentDictionary<string, CslLocale?> _known = new(StringComparer.Ordinal);

    /// <summary>The locales of the library alone.</summary>
    public static LocaleSource Embedded { get; } = new();

    /// <param name="tag">A BCP 47 tag with its region, such as <c>en-US</c>.</param>
    /// <returns>Null where there is no such locale, or where its file cannot be used.</returns>
    public CslLocale? Find(string tag) => IsFileName(tag) ? _known.GetOrAdd(tag, Read) : null;

    private CslLocale? Read(string tag)
    {
        var name = $"locales-{tag}.xml";
        if (folder is not null && Path.Combine(folder, name) is var path && File.Exists(path))
        {
            return CslLocale.Parse(File.ReadAllText(path)).Locale;
        }

        using var stream = typeof(LocaleSource).Assembly.GetManifestResourceStream("Locales/" + name);
        if (stream is null)
        {
            return null;
        }

        using var reader = new StreamReader(stream);
        return CslLocale.Parse(reader.ReadToEnd()).Locale;
    }

    /// <summary>Tags come from data; none may lead out of the folder.</summary>
    private static bool IsFileName(string tag) => tag.Length is > 0 and < 40 && tag.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');
}
