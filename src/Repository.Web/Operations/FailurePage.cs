namespace Repository.Web.Operations;

/// <summary>Set on a request of a person: how a failure is told instead of a problem document. The status is set already.</summary>
internal sealed record FailurePage(Func<HttpContext, Task> SendAsync);
