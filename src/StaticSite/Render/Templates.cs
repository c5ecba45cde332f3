using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Linq.Expressions;
using System.Reflection;
using HandlebarsDotNet;
using HandlebarsDotNet.Compiler;
using HandlebarsDotNet.Features;
using StaticSite.Model;
using StaticSite.Render.Views;

namespace StaticSite.Render;

/// <summary>
/// The theme's templates; the only file that knows which template engine there is. Safe to use from many threads.
/// </summary>
/// <remarks>
/// The engine reads a template and hands over an expression tree, as it does to whatever compiler it is given. Its own one makes
/// machine code of every block, which takes longer than a small site takes to print, and a table of variables for every block that
/// is printed. Here the tree becomes a <see cref="TemplateProgram"/>, which needs neither.
/// </remarks>
internal sealed class Templates
{
    /// <summary>What Render asks for; a theme may have more, and nobody uses them.</summary>
    public static readonly ImmutableArray<string> Required = ["article", "home", "list", "not-found", "page", "redirect", "root", "terms"];

    private readonly TemplatePrograms _programs;
    private readonly ConcurrentDictionary<string, string> _assets = new(StringComparer.Ordinal);
    private readonly IReadOnlyDictionary<string, SiteUrl> _assetUrls;
    private readonly SiteStrings _strings;

    private Templates(TemplatePrograms programs, IReadOnlyDictionary<string, SiteUrl> assetUrls, SiteStrings strings)
    {
        _programs = programs;
        _assetUrls = assetUrls;
        _strings = strings;
    }

    /// <summary>Every template is checked against the views first; what the engine itself finds wrong comes without a place.</summary>
    /// <param name="theme">Its templates and partials.</param>
    /// <param name="assetUrls">By path below theme/assets.</param>
    /// <param name="strings">Of the same theme.</param>
    /// <param name="programs">What <see cref="Read"/> made of the same theme, where that was done before.</param>
    public static Outcome<Templates> Compile(
        Theme theme, IReadOnlyDictionary<string, SiteUrl> assetUrls, SiteStrings strings, TemplatePrograms? programs = null)
    {
        var diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
        diagnostics.AddRange(Required.Where(name => !theme.Templates.ContainsKey(name)).Select(RenderDiagnostics.TemplateMissing));
        TemplateCheck.Resolve(new(theme, assetUrls, strings), diagnostics);
        if (diagnostics.Count > 0)
        {
            return new(new(TemplatePrograms.None, assetUrls, strings), diagnostics.ToImmutable());
        }

        programs ??= Read(theme);
        return new(new(programs, assetUrls, strings), programs.Diagnostics);
    }

    /// <summary>Reads every template and partial. Needs neither words nor addresses, so that it may run while pages are parsed.</summary>
    public static TemplatePrograms Read(Theme theme)
    {
        var reader = new TreeReader();
        var configuration = new HandlebarsConfiguration();
        configuration.CompileTimeConfiguration.Features.Add(reader);
        foreach (var helper in TemplateWords.Helpers)
        {
            configuration.Helpers[helper] = new HandlebarsDotNet.Helpers.DelegateReturnHelperDescriptor(helper, (_, _) => null!);
        }

        // An environment of its own would be set up for every template.
        var engine = Handlebars.Create(configuration).CreateSharedEnvironment();
        var diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
        return new(ReadAll(theme.Templates), ReadAll(theme.Partials), diagnostics.ToImmutable());

        Dictionary<string, TemplateProgram> ReadAll(ImmutableDictionary<string, SourceFile> files) =>
            files.OrderBy(file => file.Key, StringComparer.Ordinal)
                .ToDictionary(file => file.Key, file => reader.Read(engine, file.Value, diagnostics), StringComparer.Ordinal);
    }

    /// <summary>A document in UTF-8.</summary>
    public Outcome<byte[]> Render(string template, DocumentView view, Language language) =>
        Run(_programs.Templates[template], view, language, text => text.ToUtf8());

    /// <summary>A partial alone, for what stands inside a body (the reference list).</summary>
    public Outcome<string> RenderPartial(string partial, DocumentView view, Language language) =>
        Run(_programs.Partials[partial], view, language, text => text.Text.ToString());

    private string Asset(string path) => _assets.GetOrAdd(path, static (path, urls) => urls[path].Escaped, _assetUrls);

    private Outcome<T> Run<T>(TemplateProgram template, DocumentView view, Language language, Func<TextBuffer, T> finish)
    {
        var text = TextBuffer.Rent();
        var printer = new TemplatePrinter(text, view, _strings.In(language), Asset, _programs.Partials);
        printer.Print(template.Steps, new TemplateFrame(view, parent: null));
        var printed = finish(text);
        text.Return();
        return new(printed, printer.Failure is { } failure ? [RenderDiagnostics.TemplateFailed(failure, template.File.Start)] : []);
    }

    /// <summary>Stands where the engine's compiler would: turns its expression trees into steps. Blocks come before the template that they stand in.</summary>
    private sealed class TreeReader : IFeatureFactory, IFeature, IExpressionCompiler
    {
        private ImmutableArray<TemplateStep> _last;

        public IFeature CreateFeature() => this;

        public void OnCompiling(ICompiledHandlebarsConfiguration configuration) => configuration.ExpressionCompiler = this;

        public void CompilationCompleted()
        {
        }

        /// <summary>The engine was not made for templates with mistakes, and throws what it likes. The check has a better word for them.</summary>
        public TemplateProgram Read(IHandlebars engine, SourceFile file, ImmutableArray<Diagnostic>.Builder diagnostics)
        {
            // Of an empty template nothing is compiled.
            _last = [];
            try
            {
                using var reader = new StringReader(file.Text);
                engine.Compile(reader);
            }
            catch (Exception error)
            {
                diagnostics.Add(RenderDiagnostics.TemplateFailed(error.Message, file.Start));
            }

            return new(file, _last);
        }

        public T Compile<T>(Expression<T> expression)
            where T : class, Delegate
        {
            _last = Steps(expression.Body);
            TemplateDelegate block = new Block(_last).Run;
            return (T)(object)block;
        }

        private static ImmutableArray<TemplateStep> Steps(Expression expression)
        {
            var steps = ImmutableArray.CreateBuilder<TemplateStep>();
            Read(expression, isEscaped: true, steps);
            return steps.ToImmutable();
        }

        private static void Read(Expression expression, bool isEscaped, ImmutableArray<TemplateStep>.Builder steps)
        {
            switch (expression)
            {
                case DefaultExpression:
                    break;
                case BlockExpression { Variables.Count: > 0 } braces:
                    // {{{…}}}: escaping is switched off, and to what it was before.
                    Read(braces.Expressions[2], isEscaped: false, steps);
                    break;
                case BlockExpression block:
                    foreach (var inner in block.Expressions)
                    {
                        Read(inner, isEscaped, steps);
                    }

                    break;
                case ConditionalExpression { Test: UnaryExpression { NodeType: ExpressionType.Not } test } unless:
                    steps.Add(new IfStep(Value(test.Operand), Steps(unless.IfFalse), Steps(unless.IfTrue)));
                    break;
                case ConditionalExpression condition:
                    steps.Add(new IfStep(Value(condition.Test), Steps(condition.IfTrue), Steps(condition.IfFalse)));
                    break;
                default:
                    steps.Add(Step((MethodCallExpression)expression, isEscaped));
                    break;
            }
        }

        private static TemplateStep Step(MethodCallExpression call, bool isEscaped)
        {
            var arguments = call.Arguments;
            return call.Method.Name switch
            {
                "Write" => new TextStep((string)Constant(arguments[0])!),
                "WriteObjectTo" => new PrintStep(Value(arguments[1]), isEscaped),
                "Iterate" => new EachStep(Value(arguments[3]), Body(arguments[4]), Body(arguments[5])),
                "InvokePartialWithFallback" => Partial((string)Constant(arguments[0])!, arguments[1], (string?)Constant(arguments[5])),
                "Invoke" when arguments[1] is NewExpression { Arguments: [_, var body, var otherwise, ..] } =>
                    new WithStep(Values(arguments[3])[0], Body(body), Body(otherwise)),
                "Invoke" => new PrintStep(Helper(arguments[1], arguments[3]), isEscaped),
                _ => throw new InvalidOperationException(call.ToString()),
            };
        }

        private static TemplateStep Partial(string name, Expression context, string? indent)
        {
            if (name == "@partial-block")
            {
                return new BlockStep(indent);
            }

            // Without a thing of its own and without a block it sees what its caller sees.
            return context is MethodCallExpression { Arguments: [var thing, var block] }
                ? new PartialStep(name, Value(thing), Constant(block) is null ? null : Body(block), indent)
                : new PartialStep(name, CurrentValue.Instance, block: null, indent);
        }

        private static TemplateValue Value(Expression expression) => expression switch
        {
            UnaryExpression { NodeType: ExpressionType.Convert } conversion => Value(conversion.Operand),
            ConstantExpression constant => new LiteralValue(constant.Value),
            MemberExpression => CurrentValue.Instance,
            MethodCallExpression { Method.Name: "ResolvePath", Arguments: [_, var path] } => PathValue.Create(Path(path)),
            MethodCallExpression { Method.Name: "Invoke", Object: null, Arguments: [_, var path, _] } => PathValue.Create(Path(path)),
            MethodCallExpression { Method.Name: "Invoke", Arguments: [var options, _, var arguments] } => Helper(options, arguments),
            MethodCallExpression { Method.Name: "IsTruthyOrNonEmpty", Arguments: [var value, _] } => Value(value),
            _ => throw new InvalidOperationException(expression.ToString()),
        };

        /// <summary>A word that is no helper is the name of a field.</summary>
        private static TemplateValue Helper(Expression options, Expression arguments)
        {
            var name = Path(((NewExpression)options).Arguments[0]);
            return TemplateWords.IsHelper(name) ? HelperValue.Create(name, Values(arguments)) : PathValue.Create(name);
        }

        private static ImmutableArray<TemplateValue> Values(Expression arguments) => ((NewExpression)arguments).Arguments switch
        {
            [NewArrayExpression many] => [.. many.Expressions.Select(Value)],
            var few => [.. few.Select(Value)],
        };

        private static ImmutableArray<TemplateStep> Body(Expression block) => ((Delegate)Constant(block)!).Target is Block read ? read.Steps : [];

        private static string Path(Expression path) => Constant(path)!.ToString()!;

        private static object? Constant(Expression expression) => expression switch
        {
            UnaryExpression conversion => Constant(conversion.Operand),
            MemberExpression { Member: FieldInfo field } captured => field.GetValue(Constant(captured.Expression!)),
            _ => ((ConstantExpression)expression).Value,
        };

        /// <summary>What the engine takes for a compiled block, and puts into the tree around it.</summary>
        private sealed class Block(ImmutableArray<TemplateStep> steps)
        {
            public ImmutableArray<TemplateStep> Steps => steps;

            public void Run(EncodedTextWriter writer, BindingContext context) => throw new NotSupportedException();
        }
    }
}
