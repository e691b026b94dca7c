#include "models/storage/DeskRequests.h"

namespace addressdesk {

void DeskRequests::setWorkers(DeskWorker *reader, DeskWorker *writer)
{
    m_reader = reader;
    m_writer = writer;
}

void DeskRequests::deliver(RequestId id, const DeskWorker::AnswerPointer &answer)
{
    const auto handler = m_handlers.take(id);
    if (handler)
        handler(answer.get());
}

void DeskRequests::cancel(RequestId id)
{
    m_reader->cancel(id);
    m_writer->cancel(id);
}

} // namespace addressdesk
