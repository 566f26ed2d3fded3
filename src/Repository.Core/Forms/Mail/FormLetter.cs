namespace Repository.Core.Forms.Mail;

/// <summary>A letter that waits to be sent. It names an entry by its folio; no answer is kept in it.</summary>
public sealed record FormLetter
{
    public required Guid Key { get; init; }

    public required LetterKind Kind { get; init; }

    public required Guid Form { get; init; }

    public required Guid Entry { get; init; }

    public required string Folio { get; init; }

    /// <summary>Empty for whoever sent the entry, and for those asked for advice: their address is looked up when the letter goes, so that it is kept nowhere else.</summary>
    public string To { get; init; } = "";

    public required DateTimeOffset CreatedAt { get; init; }

    public int Attempts { get; init; }

    /// <summary>When it is tried next; null when it was given up.</summary>
    public DateTimeOffset? NextAt { get; init; }

    /// <summary>Why it could not be sent the last time, without anybody's address.</summary>
    public string Error { get; init; } = "";
}

public enum LetterKind
{
    /// <summary>To those who look after a form: something has come.</summary>
    Arrival,

    /// <summary>To whoever sent it: it is here.</summary>
    Acknowledgement,

    /// <summary>To those who do a practice: somebody asks them for advice. What was asked is looked up when the letter goes.</summary>
    Advice,
}
