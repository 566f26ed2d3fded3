using Repository.Web.Media.Renditions.Keeping;

namespace Repository.Web.Media.Renditions.Making;

/// <summary>Something that is made of files, once, and kept under a key: a rendition, a preset, a printed page, a kit.</summary>
internal interface ICraft
{
    /// <summary>Whatever decides what comes of it: the same key means the same bytes.</summary>
    string Key { get; }

    /// <summary>What stands in an address for what it gives now.</summary>
    string Version => Key[..12];

    /// <summary>What the log calls it by.</summary>
    string Subject { get; }

    /// <summary>Is what it takes installed? It may be taken away at any moment.</summary>
    bool IsPossible { get; }

    /// <summary>Does it keep the machine busy? Then few are made at a time. One that waits for others must not hold their place.</summary>
    bool TakesTurn => true;

    /// <summary>Makes it in an empty folder.</summary>
    Task<Crafted> MakeAsync(string folder, CancellationToken closing);
}

/// <summary>How making ended: with a file in the folder, or with what speaks against it.</summary>
internal abstract record Crafted
{
    internal sealed record Done(string File, KeptFormat Format) : Crafted;

    /// <summary>It would not go better at once: not tried again for some minutes.</summary>
    internal sealed record Refused(string Reason) : Crafted;

    /// <summary>Something it needs could not be had; nothing speaks against trying again.</summary>
    internal sealed record Lacking(string What) : Crafted;
}
