using Repository.Core.Workflow;
using Repository.Web.Delivery;

namespace Repository.Web.Media.Uploads;

/// <summary>Who may bring files over the web. A border: who somebody is is decided elsewhere.</summary>
internal interface IUploadGate
{
    /// <summary>Looks at headers alone: of whoever is not let in no byte is read.</summary>
    Task<Admittance> AdmitAsync(HttpContext http);
}

/// <summary>Who brings the files, with what they may do; or why nobody is let in.</summary>
internal sealed record Admittance(Author? By, DeliveryProblem? Problem = null)
{
    public static Admittance Refused(DeliveryProblem problem) => new(null, problem);
}
