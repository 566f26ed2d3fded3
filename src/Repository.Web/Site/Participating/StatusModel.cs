using System.Collections.Immutable;
using Repository.Core.Forms.Entries;
using Repository.Web.Site.Listing;
using Repository.Web.Site.Rendering;

namespace Repository.Web.Site.Participating;

/// <summary>What somebody is told of what they sent, behind their private link: how far it is, and what they can do. Not what they wrote: a link may be passed on.</summary>
internal sealed record StatusModel(FormEntry Entry, string FormName)
{
    public const string ActInput = "_act";
    public const string Withdraw = "withdraw";
    public const string Erase = "erase";

    /// <summary>The secret part of the link, which every button brings along.</summary>
    public required string Link { get; init; }

    public LinkedItem? About { get; init; }

    /// <summary>Where it can be written on, if it can.</summary>
    public string? WritingAddress { get; init; }

    public bool MayWithdraw { get; init; }

    public bool MayErase { get; init; }

    /// <summary>Was it asked already that it be erased?</summary>
    public bool IsErasureAsked { get; init; }

    public ImmutableArray<EntryEvent> Story { get; init; } = [];

    public ImmutableArray<View> Parts { get; init; } = [];

    /// <summary>In quarantine or not: it is being looked at.</summary>
    public string StateWord => Entry.State == EntryState.Quarantined ? EntryState.Received.Word : Entry.State.Word;

    public bool IsDraft => Entry.State == EntryState.Draft;
}
