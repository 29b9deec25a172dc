using System.Net;
using Amazon.Runtime;
using Amazon.Runtime.Internal.Transform;
using Amazon.SimpleNotificationService.Model;

namespace Amazon.SimpleNotificationService.Internal;

sealed class PublishResponseUnmarshaller : XmlResponseUnmarshaller
{
    public static readonly PublishResponseUnmarshaller Instance = new();

    /// <summary>Reads to the end of the document, so that an answer cut off after the message id is an error as well.</summary>
    public override AmazonWebServiceResponse Unmarshall(XmlUnmarshallerContext context)
    {
        var response = new PublishResponse();
        while (context.Read())
        {
            if (!context.IsStartElement)
            {
                continue;
            }

            if (context.TestExpression("PublishResponse/PublishResult/MessageId"))
            {
                response.MessageId = StringUnmarshaller.Instance.Unmarshall(context);
            }
            else if (context.TestExpression("PublishResponse/PublishResult/SequenceNumber"))
            {
                response.SequenceNumber = StringUnmarshaller.Instance.Unmarshall(context);
            }
            else if (context.TestExpression("PublishResponse/ResponseMetadata"))
            {
                response.ResponseMetadata = ResponseMetadataUnmarshaller.Instance.Unmarshall(context);
            }
        }

        return response;
    }

    public override AmazonServiceException UnmarshallException(
        XmlUnmarshallerContext context, Exception inner, HttpStatusCode statusCode)
    {
        var error = XmlErrorResponseUnmarshaller.GetInstance().Unmarshall(context);
        var (message, type, code, id) = (error.Message, error.Type, error.Code, error.RequestId);
        return code switch
        {
            "AuthorizationError" => new AuthorizationErrorException(message, inner, type, code, id, statusCode),
            "EndpointDisabled" => new EndpointDisabledException(message, inner, type, code, id, statusCode),
            "InternalError" => new InternalErrorException(message, inner, type, code, id, statusCode),
            "InvalidParameter" => new InvalidParameterException(message, inner, type, code, id, statusCode),
            "ParameterValueInvalid" => new InvalidParameterValueException(message, inner, type, code, id, statusCode),
            "InvalidSecurity" => new InvalidSecurityException(message, inner, type, code, id, statusCode),
            "KMSAccessDenied" => new KMSAccessDeniedException(message, inner, type, code, id, statusCode),
            "KMSDisabled" => new KMSDisabledException(message, inner, type, code, id, statusCode),
            "KMSInvalidState" => new KMSInvalidStateException(message, inner, type, code, id, statusCode),
            "KMSNotFound" => new KMSNotFoundException(message, inner, type, code, id, statusCode),
            "KMSOptInRequired" => new KMSOptInRequiredException(message, inner, type, code, id, statusCode),
            "KMSThrottling" => new KMSThrottlingException(message, inner, type, code, id, statusCode),
            "NotFound" => new NotFoundException(message, inner, type, code, id, statusCode),
            "PlatformApplicationDisabled" => new PlatformApplicationDisabledException(message, inner, type, code, id, statusCode),
            "ValidationException" => new ValidationException(message, inner, type, code, id, statusCode),
            _ => new AmazonSimpleNotificationServiceException(message, inner, type, code, id, statusCode),
        };
    }
}
