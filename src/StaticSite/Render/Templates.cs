using System.Buffers;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Text;
using HandlebarsDotNet;
using HandlebarsDotNet.Compiler;
using HandlebarsDotNet.MemberAccessors;
using HandlebarsDotNet.ObjectDescriptors;
using HandlebarsDotNet.PathStructure;
using StaticSite.Model;
using StaticSite.Render.Views;

namespace StaticSite.Render;

/// <summary>The theme's templates, compiled; the only file that knows which template engine there is. Safe to use from many threads.</summary>
internal sealed class Templates
{
    private const string StringsVariable = "strings";
    private static readonly ChainSegment s_strings = ChainSegment.Create(StringsVariable);

    /// <summary>What Render asks for; a theme may have more, and nobody uses them.</summary>
    public static readonly ImmutableArray<string> Required = ["article", "home", "list", "not-found", "page", "redirect", "root", "terms"];

    private readonly IHandlebars _engine = Handlebars.Create(new HandlebarsConfiguration
    {
        TextEncoder = new HtmlText(),
        FormatProvider = CultureInfo.InvariantCulture,
        ObjectDescriptorProviders = { new ViewDescriptors() },
    });

    private readonly Dictionary<string, Entry> _templates = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Entry> _partials = new(StringComparer.Ordinal);
    private readonly SiteStrings _strings;

    private Templates(SiteStrings strings) => _strings = strings;

    private sealed record Entry(SourceFile File, HandlebarsTemplate<TextWriter, object, object> Run);

    /// <summary>Every template is checked against the views first; what the engine itself finds wrong comes without a place.</summary>
    /// <param name="theme">Its templates and partials.</param>
    /// <param name="assetUrls">By path below theme/assets.</param>
    /// <param name="strings">Of the same theme.</param>
    public static Outcome<Templates> Compile(Theme theme, IReadOnlyDictionary<string, SiteUrl> assetUrls, SiteStrings strings)
    {
        var diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
        diagnostics.AddRange(Required.Where(name => !theme.Templates.ContainsKey(name)).Select(RenderDiagnostics.TemplateMissing));
        TemplateCheck.Resolve(new(theme, assetUrls, strings), diagnostics);
        var templates = new Templates(strings);
        templates.AddHelpers(assetUrls);
        if (diagnostics.Count == 0)
        {
            templates.Compile(theme.Partials, templates._partials, diagnostics);
            templates.Compile(theme.Templates, templates._templates, diagnostics);
        }

        return new(templates, diagnostics.ToImmutable());
    }

    /// <summary>A document in UTF-8.</summary>
    public Outcome<byte[]> Render(string template, DocumentView view, Language language) => Run(_templates[template], view, language, text => text.ToUtf8());

    /// <summary>A partial alone, for what stands inside a body (the reference list).</summary>
    public Outcome<string> RenderPartial(string partial, DocumentView view, Language language) =>
        Run(_partials[partial], view, language, text => text.Text.ToString());

    private Outcome<T> Run<T>(Entry template, DocumentView view, Language language, Func<TextBuffer, T> finish)
    {
        var text = TextBuffer.Rent();
        try
        {
            template.Run(text, view, new Dictionary<string, object> { [StringsVariable] = _strings.In(language) });
            return new(finish(text), []);
        }
        catch (Exception error) when (error is HandlebarsException or HandlebarsUndefinedBindingException)
        {
            return new(finish(text), [RenderDiagnostics.TemplateFailed(error.Message, template.File.Start)]);
        }
        finally
        {
            text.Return();
        }
    }

    private void Compile(
        ImmutableDictionary<string, SourceFile> files, Dictionary<string, Entry> compiled, ImmutableArray<Diagnostic>.Builder diagnostics)
    {
        foreach (var (name, file) in files.OrderBy(file => file.Key, StringComparer.Ordinal))
        {
            try
            {
                using var reader = new StringReader(file.Text);
                compiled[name] = new(file, _engine.Compile(reader));
                if (compiled == _partials)
                {
                    _engine.RegisterTemplate(name, compiled[name].Run);
                }
            }
            catch (Exception error) when (error is HandlebarsException or InvalidOperationException)
            {
                diagnostics.Add(RenderDiagnostics.TemplateFailed(error.Message, file.Start));
            }
        }
    }

    /// <summary>The words that <see cref="TemplateWords"/> knows.</summary>
    private void AddHelpers(IReadOnlyDictionary<string, SiteUrl> assetUrls)
    {
        var assets = assetUrls.ToFrozenDictionary(asset => asset.Key, asset => asset.Value.Escaped, StringComparer.Ordinal);
        _engine.RegisterHelper("asset", (_, arguments) => assets[(string)arguments[0]!]);
        _engine.RegisterHelper("eq", (_, arguments) => Equals(arguments[0], arguments[1]));
        _engine.RegisterHelper("or", (_, arguments) => arguments.AsEnumerable().Any(argument => HandlebarsUtils.IsTruthyOrNonEmpty(argument)));
        _engine.RegisterHelper("t", (in HelperOptions options, in Context _, in Arguments arguments) =>
        {
            var strings = (LanguageStrings)options.Data[s_strings]!;
            return strings.Text((string)arguments[0]!, arguments.AsEnumerable().Skip(1).ToArray());
        });
    }

    /// <summary>Escapes what HTML needs and nothing else: the engine's own encoder turns every Han character into an entity.</summary>
    private sealed class HtmlText : ITextEncoder
    {
        private static readonly SearchValues<char> s_special = SearchValues.Create("&<>\"'");

        public void Encode(StringBuilder? text, TextWriter target) => Encode(text?.ToString(), target);

        public void Encode(string? text, TextWriter target)
        {
            var rest = text.AsSpan();
            for (var at = rest.IndexOfAny(s_special); at >= 0; at = rest.IndexOfAny(s_special))
            {
                target.Write(rest[..at]);
                target.Write(Entity(rest[at]));
                rest = rest[(at + 1)..];
            }

            target.Write(rest);
        }

        public void Encode<T>(T? text, TextWriter target)
            where T : IEnumerator<char>
        {
            while (text is not null && text.MoveNext())
            {
                target.Write(s_special.Contains(text.Current) ? Entity(text.Current) : text.Current.ToString());
            }
        }

        private static string Entity(char special) => special switch
        {
            '&' => "&amp;",
            '<' => "&lt;",
            '>' => "&gt;",
            '"' => "&quot;",
            _ => "&#39;",
        };
    }

    /// <summary>Lets templates reach the views' fields in camelCase, through delegates that are made once per type.</summary>
    private sealed class ViewDescriptors : IObjectDescriptorProvider
    {
        public bool TryGetDescriptor(Type type, out ObjectDescriptor value)
        {
            var isView = ViewFields.IsView(type) && !type.IsArray;
            value = isView ? new(type, new ViewAccessor(type), (_, _) => Array.Empty<object>(), _ => null!, []) : ObjectDescriptor.Empty;
            return isView;
        }
    }

    private sealed class ViewAccessor(Type view) : IMemberAccessor
    {
        private static readonly MethodInfo s_getter = Method(nameof(Getter));
        private static readonly MethodInfo s_listGetter = Method(nameof(ListGetter));

        private readonly Dictionary<ChainSegment, Func<object, object?>> _getters = ViewFields.Of(view).ToDictionary(
            field => ChainSegment.Create(field.Key),
            field => CreateGetter(view, field.Value),
            ChainSegment.EqualityComparer);

        public bool TryGetValue(object instance, ChainSegment memberName, out object? value)
        {
            var isKnown = _getters.TryGetValue(memberName, out var getter);
            value = getter?.Invoke(instance);
            return isKnown;
        }

        private static Func<object, object?> CreateGetter(Type view, PropertyInfo field)
        {
            var make = ViewFields.ElementOf(field.PropertyType) is { } element
                ? s_listGetter.MakeGenericMethod(view, element)
                : s_getter.MakeGenericMethod(view, field.PropertyType);
            return (Func<object, object?>)make.Invoke(null, [field.GetMethod])!;
        }

        private static Func<object, object?> Getter<TView, TField>(MethodInfo get)
        {
            var typed = get.CreateDelegate<Func<TView, TField>>();
            return view => typed((TView)view);
        }

        /// <summary>As an array, which the engine walks without boxing, and which is falsy when it is empty.</summary>
        private static Func<object, object?> ListGetter<TView, TElement>(MethodInfo get)
        {
            var typed = get.CreateDelegate<Func<TView, ImmutableArray<TElement>>>();
            return view => ImmutableCollectionsMarshal.AsArray(typed((TView)view));
        }

        private static MethodInfo Method(string name) => typeof(ViewAccessor).GetMethod(name, BindingFlags.NonPublic | BindingFlags.Static)!;
    }
}
