namespace Repository.Web.Media.Uploads;

/// <summary>Who may bring files over the web. A border: who somebody is will be decided elsewhere.</summary>
internal interface IUploadGate
{
    /// <summary>The name under which the change log keeps what is brought; null for whoever is not let in. Looks at headers alone.</summary>
    string? Admit(HttpContext http);
}

/// <summary>Until there is sign-in nobody is let in.</summary>
internal sealed class ClosedGate : IUploadGate
{
    public string? Admit(HttpContext http) => null;
}
