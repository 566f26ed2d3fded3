namespace Repository.Core.Workflow;

/// <summary>One decision about a revision in a language ("" for an item that does not vary). Never changed afterwards: the next decision is another one.</summary>
/// <param name="Note">Why, in the words of whoever decided; may be empty.</param>
/// <param name="Origin">The file an import took it from; empty for what people write here.</param>
public sealed record Review(Guid ItemKey, string Culture, int Revision, ReviewState State, DateTimeOffset At, string By, string Note = "", string Origin = "")
{
    /// <summary>May the public see the revision, as far as this decision goes?</summary>
    public bool IsApproval => State is ReviewState.Approved or ReviewState.Published;
}
