using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.InteropServices;

namespace StaticSite.Render.Views;

/// <summary>One field of whatever view it is asked of. Reads it through a delegate and remembers the last view's: a tag hardly ever meets two.</summary>
internal sealed class FieldAccess(string name)
{
    private static readonly object s_true = true, s_false = false;
    private static readonly ConcurrentDictionary<PropertyInfo, Func<object, object?>> s_getters = new();

    private Known? _known;

    /// <summary>Null where there is no view, or the view has no such field. Lists come as arrays.</summary>
    public object? Find(object? view)
    {
        if (view is null)
        {
            return null;
        }

        var known = _known;
        if (known?.View != view.GetType())
        {
            _known = known = new(view.GetType(), FindGetter(view.GetType()));
        }

        return known.Getter?.Invoke(view);
    }

    private Func<object, object?>? FindGetter(Type view) =>
        ViewFields.IsView(view) && ViewFields.Of(view).TryGetValue(name, out var field) ? s_getters.GetOrAdd(field, Create) : null;

    private static Func<object, object?> Create(PropertyInfo field)
    {
        var (view, type) = (field.DeclaringType!, field.PropertyType);
        return type == typeof(bool) ? Make(Truth<object>, view)
            : type == typeof(int) ? Make(Number<object>, view)
            : ViewFields.ElementOf(type) is { } element ? Make(List<object, object>, view, element)
            : Make(Thing<object, object>, view, type);

        // Not MethodInfo.Invoke, for which the runtime writes code.
        [UnconditionalSuppressMessage("AOT", "IL3050", Justification = "All types are classes, and of a generic method all classes share the code that stands here for object.")]
        [UnconditionalSuppressMessage("Trimming", "IL2060", Justification = "The type parameters demand no members.")]
        Func<object, object?> Make(Func<MethodInfo, Func<object, object?>> ofAny, params Type[] types) =>
            ofAny.Method.GetGenericMethodDefinition().MakeGenericMethod(types).CreateDelegate<Func<MethodInfo, Func<object, object?>>>()(field.GetMethod!);
    }

    private static Func<object, object?> Thing<TView, TField>(MethodInfo get)
        where TView : class
        where TField : class
    {
        var typed = get.CreateDelegate<Func<TView, TField>>();
        return view => typed((TView)view);
    }

    private static Func<object, object?> Truth<TView>(MethodInfo get)
        where TView : class
    {
        var typed = get.CreateDelegate<Func<TView, bool>>();
        return view => typed((TView)view) ? s_true : s_false;
    }

    private static Func<object, object?> Number<TView>(MethodInfo get)
        where TView : class
    {
        var typed = get.CreateDelegate<Func<TView, int>>();
        return view => typed((TView)view);
    }

    private static Func<object, object?> List<TView, TElement>(MethodInfo get)
        where TView : class
        where TElement : class
    {
        var typed = get.CreateDelegate<Func<TView, ImmutableArray<TElement>>>();
        return view => ImmutableCollectionsMarshal.AsArray(typed((TView)view));
    }

    private sealed record Known(Type View, Func<object, object?>? Getter);
}
