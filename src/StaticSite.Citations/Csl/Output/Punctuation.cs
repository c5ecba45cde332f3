namespace StaticSite.Citations.Csl.Output;

/// <summary>Where two parts meet, their punctuation must not double; and in some languages it moves into a quotation.</summary>
internal static class Punctuation
{
    public static void Settle(TokenRow row, bool intoQuotes)
    {
        MergeAll(row);
        MoveIntoQuotes(row, intoQuotes);
    }

    private static void MergeAll(TokenRow row)
    {
        var last = -1;
        for (var i = 0; i < row.Count; i++)
        {
            ref var token = ref row[i];
            if (token.Kind is TokenKind.OpenQuote or TokenKind.CloseQuote or TokenKind.OpenDisplay)
            {
                last = token.Kind == TokenKind.CloseQuote ? -1 : last;
                continue;
            }

            if (!token.IsText || token.IsEmpty)
            {
                continue;
            }

            if (token.Kind == TokenKind.Text && last >= 0)
            {
                Merge(ref row[last], ref token);
            }

            if (!token.IsEmpty)
            {
                last = i;
            }
        }
    }

    private static void Merge(ref Token left, ref Token right)
    {
        while (!left.IsEmpty && !right.IsEmpty)
        {
            switch (Collide(left.Last, right.First))
            {
                case Collision.KeepLeft:
                    right.CutFirst();
                    break;
                case Collision.KeepRight:
                    left.CutLast();
                    return;
                default:
                    return;
            }
        }
    }

    private static void MoveIntoQuotes(TokenRow row, bool enabled)
    {
        var (last, closed) = (-1, false);
        for (var i = 0; i < row.Count; i++)
        {
            ref var token = ref row[i];
            if (token.Kind == TokenKind.CloseQuote)
            {
                closed = true;
            }
            else if (token.Kind is TokenKind.OpenQuote)
            {
                (last, closed) = (-1, false);
            }
            else if (token.IsText && !token.IsEmpty)
            {
                if (closed && last >= 0 && token.Kind == TokenKind.Text)
                {
                    Move(ref row[last], ref token, enabled);
                }

                if (!token.IsEmpty)
                {
                    (last, closed) = (i, false);
                }
            }
        }
    }

    private static void Move(ref Token quoted, ref Token after, bool enabled)
    {
        while (!after.IsEmpty && after.First is '.' or ',' or '!' or '?' && !quoted.IsEmpty)
        {
            var collision = Collide(quoted.Last, after.First);
            if (!enabled && collision != Collision.KeepLeft)
            {
                return;
            }

            if (collision == Collision.KeepRight)
            {
                quoted.CutLast();
            }

            if (collision != Collision.KeepLeft)
            {
                quoted.Append(after.First);
            }

            after.CutFirst();
        }
    }

    private enum Collision : byte { KeepBoth, KeepLeft, KeepRight }

    private static Collision Collide(char left, char right) => (left, right) switch
    {
        (' ' or '\u00A0', ' ') => Collision.KeepLeft,
        ('!', '.' or ':' or '!') => Collision.KeepLeft,
        ('?', '.' or ':' or '?') => Collision.KeepLeft,
        ('.', '.') => Collision.KeepLeft,
        (':', '!' or '?') => Collision.KeepRight,
        (':', '.' or ':') => Collision.KeepLeft,
        (',', ',') => Collision.KeepLeft,
        (';', '!' or '?') => Collision.KeepRight,
        (';', ':' or '.' or ';') => Collision.KeepLeft,
        _ => Collision.KeepBoth,
    };
}
