namespace Repository.Core.Drafts;

/// <summary>What an item still needs before everyone can read it.</summary>
[Flags]
public enum DraftLacks
{
    None = 0,

    /// <summary>A picture without words for who cannot see it.</summary>
    AltText = 1,

    /// <summary>A recording or a drawn piece without the text that says the same.</summary>
    Transcript = 2,

    /// <summary>A language of the repository in which it is not written.</summary>
    Translation = 4,

    /// <summary>A field that it must have before it may be published.</summary>
    Mandatory = 8,
}
