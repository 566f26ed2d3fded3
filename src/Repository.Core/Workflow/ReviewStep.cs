namespace Repository.Core.Workflow;

/// <summary>What moves a language of an item from one state to another.</summary>
public enum ReviewStep
{
    /// <summary>Its texts, or what is the same in all languages, were saved anew.</summary>
    Revise,
    Submit,
    RequestChanges,
    Approve,

    /// <summary>Whoever writes takes it back, from review or from approval.</summary>
    ReturnToDraft,
    Publish,
    Withdraw,
}
