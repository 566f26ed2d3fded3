using System.Collections.Immutable;

namespace Repository.Web.Media;

/// <summary>How bringing a file ended.</summary>
internal abstract record ShelvingResult
{
    /// <param name="Same">Items that have the very same file already.</param>
    internal sealed record Done(Guid Key, string Address, ImmutableArray<KnownMedium> Same) : ShelvingResult;

    /// <summary>Nothing was kept.</summary>
    internal sealed record Refused(string Code, ImmutableArray<string> Reasons) : ShelvingResult
    {
        public Refused(string code, string reason)
            : this(code, [reason])
        {
        }
    }
}

internal sealed record KnownMedium(Guid Key, string Name);
