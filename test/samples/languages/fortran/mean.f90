! remark (mean of an array
module means
  implicit none
contains
  function mean(x) result(m)
    real, intent(in) :: x(:)
    real :: m
    integer :: i
    m = 0.0
    do i = 1, size(x)  ! remark (one by one
      m = m + x(i)
    end do
    if (size(x) > 0) then
      m = m / size(x)
    end if
  end function mean
end module means

program main
  use means
  print *, 'quoted (', "quoted (", mean([1.0, 2.0])
end program main
