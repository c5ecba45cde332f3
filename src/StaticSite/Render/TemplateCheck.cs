using System.Collections.Immutable;
using StaticSite.Model;
using StaticSite.Render.Views;

namespace StaticSite.Render;

/// <summary>What a theme's templates are checked against.</summary>
internal sealed record TemplateNames(Theme Theme, IReadOnlyDictionary<string, SiteUrl> Assets, SiteStrings Strings);

/// <summary>
/// Holds every tag of every template against the views, before the first page is printed: a misspelt field would
/// otherwise print nothing, or fail on the one page in a thousand that reaches it.
/// </summary>
internal sealed class TemplateCheck
{
    private readonly TemplateNames _names;
    private readonly ImmutableArray<Diagnostic>.Builder _diagnostics;
    private readonly Dictionary<string, TemplateTag[]?> _partials = new(StringComparer.Ordinal);

    /// <summary>The partials that each kind of view was seen to be handed to.</summary>
    private readonly Dictionary<Type, HashSet<string>> _seen = [];
    private readonly HashSet<SourceSpan> _reported = [];
    private readonly TemplateWords _words;

    private TemplateCheck(TemplateNames names, ImmutableArray<Diagnostic>.Builder diagnostics)
    {
        _names = names;
        _diagnostics = diagnostics;
        _words = new(names, Report);
    }

    public static void Resolve(TemplateNames names, ImmutableArray<Diagnostic>.Builder diagnostics)
    {
        var check = new TemplateCheck(names, diagnostics);
        foreach (var (name, file) in names.Theme.Partials.OrderBy(partial => partial.Key, StringComparer.Ordinal))
        {
            check._partials[name] = TemplateStructure.Resolve(file, diagnostics);
        }

        foreach (var (_, file) in names.Theme.Templates.OrderBy(template => template.Key, StringComparer.Ordinal))
        {
            if (TemplateStructure.Resolve(file, diagnostics) is { } tags)
            {
                check.Walk(tags, typeof(DocumentView));
            }
        }
    }

    /// <summary>A partial is walked once per kind of context, and a mistake in it is one mistake.</summary>
    private void Report(Diagnostic diagnostic)
    {
        if (_reported.Add(diagnostic.Where))
        {
            _diagnostics.Add(diagnostic);
        }
    }

    private void Walk(TemplateTag[] tags, Type context)
    {
        var scope = new TemplateScope(context, IsLoop: false, Parent: null);
        var outer = new Stack<TemplateScope>();
        foreach (var tag in tags)
        {
            switch (tag.Kind)
            {
                case TagKind.Open:
                    outer.Push(scope);
                    scope = Open(tag, scope);
                    break;
                case TagKind.OpenPartial:
                    outer.Push(scope);
                    Partial(tag, scope);
                    break;
                case TagKind.Else:
                    scope = outer.Peek();
                    Else(tag, scope);
                    break;
                case TagKind.Close:
                    scope = outer.Pop();
                    break;
                case TagKind.Partial:
                    Partial(tag, scope);
                    break;
                default:
                    _words.Print(tag, scope);
                    break;
            }
        }
    }

    private TemplateScope Open(TemplateTag tag, TemplateScope scope)
    {
        var subject = tag.Words.Length == 2 ? tag.Words[1] : null;
        if (subject is null || tag.Words[0].Text is not ("if" or "unless" or "each" or "with"))
        {
            Report(RenderDiagnostics.TemplateUnsupported(string.Join(' ', tag.Words.Select(word => word.Text)), tag.Where));
            return TemplateScope.Unknown(scope);
        }

        var type = _words.TypeOf(subject, scope, tag.Where.Path);
        return tag.Words[0].Text switch
        {
            "each" => new(Element(type, subject, tag), IsLoop: true, scope),
            "with" => new(View(type, subject, tag), IsLoop: false, scope),
            _ => scope,
        };
    }

    private void Else(TemplateTag tag, TemplateScope scope)
    {
        switch (tag.Words)
        {
            case []:
                break;
            case [{ Text: "if" or "unless" }, var subject]:
                _words.TypeOf(subject, scope, tag.Where.Path);
                break;
            default:
                Report(RenderDiagnostics.TemplateUnsupported(string.Join(' ', tag.Words.Select(word => word.Text).Prepend("else")), tag.Where));
                break;
        }
    }

    private void Partial(TemplateTag tag, TemplateScope scope)
    {
        var name = tag.Words[0].Text;
        if (name == "@partial-block")
        {
            return;
        }

        if (tag.Words.Length > 2)
        {
            Report(RenderDiagnostics.TemplateUnsupported(string.Join(' ', tag.Words.Select(word => word.Text)), tag.Where));
            return;
        }

        var context = tag.Words.Length == 2 ? _words.TypeOf(tag.Words[1], scope, tag.Where.Path) : scope.Type;
        if (!_partials.TryGetValue(name, out var tags))
        {
            Report(RenderDiagnostics.UnknownPartial(name, Nearest.Find(name, _partials.Keys.Order(StringComparer.Ordinal)), tag.Words[0].In(tag)));
        }
        else if (tags is { } inside && context is not null && IsNew(name, context))
        {
            Walk(inside, context);
        }
    }

    private bool IsNew(string partial, Type context)
    {
        if (!_seen.TryGetValue(context, out var partials))
        {
            _seen[context] = partials = new(StringComparer.Ordinal);
        }

        return partials.Add(partial);
    }

    private Type? Element(Type? type, TemplateWord subject, TemplateTag tag)
    {
        if (type is not null && ViewFields.ElementOf(type) is null)
        {
            Report(RenderDiagnostics.NotAList(subject.Text, subject.In(tag)));
        }

        return type is null ? null : ViewFields.ElementOf(type);
    }

    private Type? View(Type? type, TemplateWord subject, TemplateTag tag)
    {
        if (type is not null && !ViewFields.IsView(type))
        {
            Report(RenderDiagnostics.NotAView(subject.Text, subject.In(tag)));
            return null;
        }

        return type;
    }
}

/// <summary>What names mean inside a block. A null type is one that could not be told; that has been reported.</summary>
internal sealed record TemplateScope(Type? Type, bool IsLoop, TemplateScope? Parent)
{
    public static TemplateScope Unknown(TemplateScope parent) => new(null, IsLoop: true, parent);
}
