using StaticSite.Model;
using StaticSite.Render.Views;

namespace StaticSite.Render;

/// <summary>Finds what a word of a template stands for. A null type is one that could not be told; that has been reported.</summary>
internal sealed class TemplateWords(TemplateNames names, Action<Diagnostic> report)
{
    private static readonly Dictionary<string, Arity> s_helpers = new(StringComparer.Ordinal)
    {
        ["t"] = new(1, 9),
        ["asset"] = new(1, 1),
        ["eq"] = new(2, 2),
        ["or"] = new(2, 9),
    };

    public static IReadOnlyCollection<string> Helpers => s_helpers.Keys;

    public static bool IsHelper(string name) => s_helpers.ContainsKey(name);

    public void Print(TemplateTag tag, TemplateScope scope)
    {
        if (tag.Words.Length > 1 || s_helpers.ContainsKey(tag.Words[0].Text))
        {
            CallType(tag.Words, scope, tag.Where.Path);
            if (tag.Kind == TagKind.Html)
            {
                report(RenderDiagnostics.NotHtml(string.Join(' ', tag.Words.Select(word => word.Text)), tag.Where));
            }

            return;
        }

        var word = tag.Words[0];
        var type = TypeOf(word, scope, tag.Where.Path);
        if (type is null)
        {
            return;
        }

        var isHtml = word.Text.EndsWith("Html", StringComparison.Ordinal) || word.Text.Split('.')[^1] == "html";
        if (type != typeof(string) && type != typeof(int))
        {
            report(RenderDiagnostics.NotAText(word.Text, word.In(tag)));
        }
        else if (isHtml != (tag.Kind == TagKind.Html))
        {
            report(isHtml ? RenderDiagnostics.HtmlEscaped(word.Text, word.In(tag)) : RenderDiagnostics.NotHtml(word.Text, word.In(tag)));
        }
    }

    public Type? TypeOf(TemplateWord word, TemplateScope scope, string path) => word.Kind switch
    {
        WordKind.Text => typeof(string),
        WordKind.Literal => typeof(int),
        WordKind.Call => CallType(word.Words, scope, path),
        _ => PathType(word, scope, path),
    };

    private Type? CallType(IReadOnlyList<TemplateWord> words, TemplateScope scope, string path)
    {
        if (words.Count == 0 || !s_helpers.TryGetValue(words[0].Text, out var arity))
        {
            var name = words.Count == 0 ? "" : words[0].Text;
            report(RenderDiagnostics.UnknownHelper(name, Nearest.Find(name, s_helpers.Keys.Order(StringComparer.Ordinal)), words.Count == 0 ? new(path, 0, 0) : words[0].In(path)));
            return null;
        }

        foreach (var argument in words.Skip(1))
        {
            TypeOf(argument, scope, path);
        }

        if (words.Count - 1 < arity.Fewest || words.Count - 1 > arity.Most)
        {
            report(RenderDiagnostics.TemplateUnsupported(string.Join(' ', words.Select(word => word.Text)), words[0].In(path)));
        }
        else if (words[0].Text is "t" or "asset")
        {
            Literal(words[0].Text, words[1], path);
        }

        return words[0].Text is "eq" or "or" ? typeof(bool) : typeof(string);
    }

    /// <summary>Keys and paths are written out, so that a missing one is found before a page is printed.</summary>
    private void Literal(string helper, TemplateWord word, string path)
    {
        if (word.Kind != WordKind.Text)
        {
            report(RenderDiagnostics.TemplateUnsupported($"{helper} {word.Text}", word.In(path)));
        }
        else if (helper == "t" && !names.Strings.Has(word.Text))
        {
            report(RenderDiagnostics.UnknownString(word.Text, Nearest.Find(word.Text, names.Strings.Keys.Order(StringComparer.Ordinal)), word.In(path)));
        }
        else if (helper == "asset" && !names.Assets.ContainsKey(word.Text))
        {
            report(RenderDiagnostics.UnknownAsset(word.Text, Nearest.Find(word.Text, names.Assets.Keys.Order(StringComparer.Ordinal)), word.In(path)));
        }
    }

    private Type? PathType(TemplateWord word, TemplateScope scope, string path)
    {
        var rest = word.Text;
        var start = scope;
        while (rest.StartsWith("../", StringComparison.Ordinal) && start is not null)
        {
            start = start.Parent;
            rest = rest[3..];
        }

        var segments = rest is "." ? [] : rest.Split('.');
        if (start is null || segments is ["@index" or "@first" or "@last"] && !scope.IsLoop)
        {
            report(RenderDiagnostics.TemplateUnsupported(word.Text, word.In(path)));
            return null;
        }

        return segments switch
        {
            ["@index"] => typeof(int),
            ["@first" or "@last"] => typeof(bool),
            ["@root", .. var fields] => FieldType(typeof(DocumentView), fields, word, path),
            ["this", .. var fields] => FieldType(start.Type, fields, word, path),
            _ => FieldType(start.Type, segments, word, path),
        };
    }

    private Type? FieldType(Type? type, string[] fields, TemplateWord word, string path)
    {
        foreach (var field in fields)
        {
            if (type is null)
            {
                return null;
            }

            var known = ViewFields.IsView(type) ? ViewFields.Of(type) : null;
            if (known is null || !known.TryGetValue(field, out var property))
            {
                report(RenderDiagnostics.UnknownField(field, Owner(type), known is null ? null : Nearest.Find(field, known.Keys.Order(StringComparer.Ordinal)), word.In(path)));
                return null;
            }

            type = property.PropertyType;
        }

        return type;
    }

    /// <summary>Fewest and most words that a helper takes.</summary>
    private sealed record Arity(int Fewest, int Most);

    private static string Owner(Type type) => ViewFields.IsView(type) ? type.Name : ViewFields.ElementOf(type) is null ? "A text" : "A list";
}
