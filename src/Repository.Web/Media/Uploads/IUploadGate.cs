using Repository.Core.Workflow;

namespace Repository.Web.Media.Uploads;

/// <summary>Who may bring files over the web. A border: who somebody is will be decided elsewhere.</summary>
internal interface IUploadGate
{
    /// <summary>Who brings the files, with what they may do; null for whoever is not let in. Looks at headers alone.</summary>
    Author? Admit(HttpContext http);
}

/// <summary>Until there is sign-in nobody is let in.</summary>
internal sealed class ClosedGate : IUploadGate
{
    public Author? Admit(HttpContext http) => null;
}
