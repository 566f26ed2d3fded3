namespace Repository.Web.Desk.Serving;

/// <summary>Knows people again. A border: how they signed in is nobody else's business.</summary>
internal interface IDoorkeeper
{
    /// <summary>Who sent a request; null for whoever is not signed in.</summary>
    Task<SignedIn?> AdmitAsync(HttpContext http);
}
